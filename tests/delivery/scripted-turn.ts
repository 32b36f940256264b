import type { Effect } from '../../src/conversation/effect.ts';
import { outcomeOf } from '../../src/conversation/outcome.ts';
import type { Release } from '../../src/conversation/release.ts';
import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import { shippedTemplate } from '../reports/shipped-template.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';

const nothing = outcomeOf({ kind: 'help', id: 'scripted' });

function readEffects(text: string, messageId: string): Effect[] {
  const [verb, first = '', second = '', ...rest] = text.split(' ');
  switch (verb) {
    case 'file':
      return [
        {
          kind: 'file_request',
          draft: {
            id: first || messageId,
            applicant: 'person',
            name: '张三',
            description: '旧城改造的补偿方案',
            provision: 'paper',
          },
        },
      ];
    case 'look':
      return [{ kind: 'look_up_request', number: first, secret: second }];
    case 'withdraw':
      return [{ kind: 'withdraw_request', number: first, secret: second }];
    case 'supplement':
      return [{ kind: 'supplement_request', number: first, secret: second, text: rest.join(' ') }];
    case 'person':
      return [{ kind: 'join_queue', topic: first }];
    case 'leave':
      return [{ kind: 'leave_queue' }];
    case 'unknown':
      return [{ kind: 'record_unanswered', question: text, nearest: null }];
    default:
      return [];
  }
}

/**
 * A turn whose messages name the effects it asks for, so that the delivery room is tested by itself. Replies say the
 * turn's number and what came of the effect; `fail` throws, `loop` never ends.
 */
export const scriptedTurn: TurnFunction = (state, input, _release, _now, messageId) => {
  if (input.kind === 'event') {
    const again: Effect[] = state.topic?.id === 'loop' ? [{ kind: 'join_queue', topic: 'loop' }] : [];
    return {
      state,
      replies: [{ kind: 'text', text: JSON.stringify(input.event) }],
      effects: again,
      outcome: outcomeOf({ kind: 'status' }),
    };
  }
  const text = input.kind === 'text' ? input.text : JSON.stringify(input);
  if (text.startsWith('fail')) throw new Error(`cannot handle ${text}`);
  const next = {
    ...state,
    turns: state.turns + 1,
    topic: text === 'loop' ? { kind: 'answer' as const, id: 'loop' } : state.topic,
  };
  const effects: Effect[] = text === 'loop' ? [{ kind: 'join_queue', topic: 'loop' }] : readEffects(text, messageId);
  const choices = text === 'offer' ? [{ value: 'help', label: '帮助' }] : [];
  return {
    state: { ...next, choices },
    replies: [{ kind: 'text', text: `${next.turns}: ${text}`, choices }],
    effects,
    outcome: nothing,
  };
};

/** The parts of a release the delivery room itself reads; a scripted turn reads nothing. */
export const scriptedRelease = {
  base: {
    regimes: shippedRules.regimes,
    documents: [],
    profile: { id: 'shenyang-petition-bureau', office: { value: '办公室' }, phone: { value: '024-1234567' } },
    authorities: [{ phone: { value: '024-28513177' } }],
    answers: [],
    matters: [],
    reports: [],
    laws: [],
    retention: [],
    divisions: [],
    published: { metrics: [], reports: [] },
    annualReport: shippedTemplate(),
  },
  hash: 'scripted',
  calendar: shippedRules.calendar,
  // It knows nothing, so nothing is found.
  search: { search: () => [] },
  messages: {
    'zh-CN': {
      'delivery.set_aside': '抱歉，请打{office}：{phone}',
      'delivery.hidden': '证件号码已打上星号',
      'conversation.sources': '依据',
      'approval.released': '您问的“{question}”',
    },
    en: {},
  },
} as unknown as Release;
