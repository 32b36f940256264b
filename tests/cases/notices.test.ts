import { describe, expect, test } from 'vitest';
import { renderPlain } from '../../src/channel/render-plain.ts';
import { startState } from '../../src/conversation/state.ts';
import { LOCALES } from '../../src/messages.ts';
import {
  type ConversationKey,
  loadState,
  readLines,
  readOwedEffects,
  type Store,
  saveState,
} from '../../src/store/index.ts';
import { NEW, OLD } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { actingRules, fileRequest, go, type Step, usualWay } from './office.ts';

const TODAY = '2026-11-23';
const CHAT = { channel: 'telegram', conversation: 'telegram:7' };

async function readTold(store: Store, key: ConversationKey): Promise<string[]> {
  const lines = await readLines(store, key, { after: 0 });
  return lines.map(({ message }) => renderPlain(message, { sources: '依据' }));
}

async function tell(steps: readonly Step[], state = startState()) {
  const store = await openTemporary();
  await store.transaction((executor) => saveState(executor, CHAT, state, NOW));
  const number = await fileRequest(store, { key: CHAT });
  await go(store, number, steps);
  return { store, number, told: await readTold(store, CHAT) };
}

describe('what a requester is told without asking', () => {
  test('each step that concerns them, with its day, in the conversation it was filed in', async () => {
    const { store, told } = await tell(usualWay(TODAY));
    expect(told).toHaveLength(5);
    expect(told[0]).toContain('已于2026-11-23确认收到。机关最晚2026-12-21答复。');
    expect(told[1]).toContain('申请SPB-2026-000001出了一份文书：《政府信息公开申请登记回执》。请保存好。');
    expect(told[2]).toContain('登记');
    expect(told[3]).toContain('沈信公开告〔2026〕1号');
    expect(told[4]).toContain('2027-01-22以前申请行政复议');
    expect(told[4]).toContain('予以公开');
    // Owed to the platform like any other reply, and not owed a second time.
    expect(await readOwedEffects(store, 'message', 100)).not.toContainEqual(
      expect.objectContaining({ recipient: 'requester' }),
    );
  });

  test('letters come as files, and in words where a channel takes none', async () => {
    const { store } = await tell(usualWay(TODAY));
    const lines = await readLines(store, CHAT, { after: 0 });
    const files = lines.flatMap(({ message }) => (message.kind === 'file' ? [message] : []));
    expect(files.map(({ file }) => [file.reference, file.personal])).toEqual([
      ['document/SPB-2026-000001/2', true],
      ['document/SPB-2026-000001/6', true],
    ]);
    expect(files[0]?.instead).toContain('凭申请编号和查询码');
  });

  test('its buttons can be typed', async () => {
    const { store } = await tell([
      ...usualWay(TODAY).slice(0, 2),
      ['handler', 'clarification_asked', { unclear: '没有年份', supply: '写明年份', period: 15 }],
    ]);
    expect((await loadState(store, CHAT))?.choices.map(({ value }) => value)).toEqual(['supplement', 'track']);
  });

  test('an extension: how long, until when, why', async () => {
    const { told } = await tell([
      ...usualWay(TODAY).slice(0, 2),
      ['approver', 'extended', { days: 10, reason: '需要汇总多个处室的材料' }],
    ]);
    expect(told.at(-1)).toContain('延长10个工作日，最晚2027-01-05答复。原因：需要汇总多个处室的材料');
  });

  test('an answer that names another authority: who, how to reach it, where that was read', async () => {
    const { told } = await tell([
      ...usualWay(TODAY).slice(0, 4),
      [
        'handler',
        'drafted',
        {
          outcome: 'A5',
          reason: '由教育部门制作',
          authority: '沈阳市教育局',
          contact: '024-12345678',
          contactSource: '该局公开指南，2026-01-05',
        },
      ],
      ...usualWay(TODAY).slice(7, 11),
    ]);
    expect(told.at(-1)).toContain('沈阳市教育局');
    expect(told.at(-1)).toContain('024-12345678（该局公开指南，2026-01-05）');
  });

  test('in English to who writes English, in traditional characters to who writes those', async () => {
    const received = usualWay(TODAY).slice(0, 1);
    expect((await tell(received, startState('en'))).told[0]).toContain('2026-12-21');
    expect((await tell(received, startState('en'))).told[0]).toMatch(/request SPB-2026-000001/iu);
    expect((await tell(received, { ...startState(), script: 'hant' })).told[0]).toContain('確認收到');
  });

  test('what they did themselves is answered where they did it, not told again', async () => {
    expect((await tell([['requester', 'withdrawn']])).told).toEqual([]);
    expect((await tell([['registrar', 'withdrawn']])).told[0]).toContain('已经按您的要求撤回');
  });

  test('a requester without a conversation is told by staff: it stays owed', async () => {
    const store = await openTemporary();
    const number = await fileRequest(store, { key: { channel: 'desk', conversation: 'desk:d1' } });
    await go(store, number, usualWay(TODAY).slice(0, 1));
    expect(await readOwedEffects(store, 'message', 100)).toContainEqual(
      expect.objectContaining({ recipient: 'requester', name: 'received' }),
    );
  });
});

test('no notice says "in progress" alone: each names a day or what comes next', () => {
  const { messages } = actingRules.release;
  const keys = [OLD, NEW].flatMap(({ events }) =>
    events.flatMap((event) => event.messages.filter(({ to }) => to === 'requester').map(({ say }) => say)),
  );
  const silent = LOCALES.flatMap((locale) =>
    [...new Set(keys)].filter(
      (key) =>
        !/\{(?:due|until|dueOn|deliveredOn|after|remedyDue)\}|重新申请|(?:file|ask) again|申请表|form/u.test(
          messages[locale][`notice.${key}`] ?? '',
        ),
    ),
  );
  expect(silent).toEqual([]);
});
