import type { Action } from '../../../src/desk/rights/index.ts';
import { PASSWORD } from './open-office.ts';

let count = 0;

/** A body the action takes. `colleague` is the id of somebody else. */
export function bodyFor(action: Action, colleague: number): unknown {
  count += 1;
  const bodies: Partial<Record<Action, unknown>> = {
    'session.start': { name: 'other', password: PASSWORD },
    'session.code': { code: '123456' },
    'session.enrol': { code: '123456' },
    'session.password': { current: PASSWORD, next: 'another river nine tables' },
    'account.create': { signInName: `new-${count}`, name: '新同事', roles: ['handler'] },
    'account.rights': { name: '改名' },
    'unit.create': { name: `处室${count}` },
    'unit.rename': { name: `改名${count}` },
    'hours.write': {
      version: 0,
      teams: [{ name: '受理', days: [1], intervals: [{ from: '09:00', to: '17:00' }], exceptions: [] }],
    },
    'audit.export': {},
    'report.write': { version: 0, entered: { texts: {}, figures: {}, tableTwo: {} } },
    'report.approve': { hash: 'x'.repeat(64) },
    'report.read': { format: 'json' },
    'figures.export': { from: '2026-11-01', to: '2026-11-30', format: 'csv' },
    'follow_up.close': { reason: '已回电说明' },
    'answer.approve': { version: 1 },
    'answer.edit': { version: 1, text: '请以窗口答复为准。' },
    'answer.reject': { version: 1, text: '请以窗口答复为准。' },
    'canned.write': { title: '收费', text: '申请公开一般不收费。' },
    'conversation.unmask': { reason: '回电答复' },
    // Also what a file for one takes.
    'conversation.reply': { text: '您好', name: '说明.txt', content: '5L2g5aW9' },
    'conversation.note': { text: '已核对' },
    'conversation.present': { typing: true },
    'request.present': {},
    'conversation.forward': { to: { staff: colleague }, context: '请接着答复' },
    'conversation.hand_back': { reason: '已答复' },
    'conversation.end': { reason: '已答复' },
    'knowledge.preview': { path: 'knowledge/town/answers/basics.yaml', text: 'id: fees\n' },
    'knowledge.import': {
      of: 'authorities',
      content: 'YQ==',
      own: true,
      authority: '某局',
      year: 2024,
      title: '年报',
      signed: '2025-01-20',
      published: '2025-01-25',
      url: null,
      sections: [],
      figures: [
        { metric: '公开', value: 1, unit: '条', approximate: false, section: null, quote: '公开1条', as: null },
      ],
    },
    'unanswered.settle': {
      fingerprints: ['0123456789abcdef'],
      reason: '不归本机关',
      path: 'knowledge/town/answers/basics.yaml',
    },
    'draft.create': { path: 'knowledge/town/answers/basics.yaml' },
    'draft.change': { version: 1, title: '改个标题' },
    'draft.comment': { text: '请再看看' },
    'draft.submit': { version: 1 },
    'draft.review': { version: 1, approve: true },
    'draft.publish': { version: 1 },
    'draft.drop': { version: 1, reason: '不需要了' },
    'release.publish': {},
    'release.roll_back': { reason: '答错了', served: '' },
    'request.search': { name: '张三' },
    'request.act': { event: 'call_noted', fields: { text: '电话核对' }, version: 0 },
    'request.paper_file': { reason: '核对送达稿' },
    'request.preview': { event: 'received', fields: {} },
    'request.unmask': { reason: '核对补正材料' },
  };
  return bodies[action];
}
