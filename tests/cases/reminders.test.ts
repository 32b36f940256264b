import { describe, expect, test } from 'vitest';
import { createReminder, REMIND } from '../../src/cases/index.ts';
import { createTicker } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { type ConversationKey, readLines, type Store } from '../../src/store/index.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { actingRules, fileRequest, go, type Step, take, usualWay } from './office.ts';

const TODAY = '2026-11-23';
const HERE = { channel: 'web', conversation: 'c1' };
const REMINDED = /提醒/u;
const at = (day: string) => new Date(`${day}T02:00:00Z`);

/** Lets the desk live through a day. */
async function live(store: Store, day: string): Promise<void> {
  const now = () => at(day);
  const jobs = { [REMIND]: createReminder(() => actingRules) };
  await createTicker({ store, jobs, holder: 'one', now, logger: silentLogger }).run();
}

async function countReminders(store: Store, key: ConversationKey = HERE) {
  const texts = (await readLines(store, key, { after: 0 })).map(({ message }) =>
    message.kind === 'text' ? message.text : '',
  );
  return texts.filter((text) => REMINDED.test(text));
}

async function open(steps: readonly Step[], delivery: 'email' | 'pickup' = 'email') {
  const store = await openTemporary();
  const number = await fileRequest(store, { delivery });
  await go(store, number, [...usualWay(TODAY).slice(0, 2), ...steps]);
  return { store, number };
}

const ASKED: Step = ['handler', 'clarification_asked', { unclear: '没有年份', supply: '写明年份', period: 10 }];

describe('a requester is reminded of what they have to do', () => {
  test('of a clarification two working days before its last day, once, with that day and what is missing', async () => {
    const { store } = await open([ASKED]);
    // Ten working days from Monday 2026-11-23: Monday 2026-12-07; two before: Thursday.
    await live(store, '2026-12-02');
    expect(await countReminders(store)).toEqual([]);
    await live(store, '2026-12-03');
    await live(store, '2026-12-04');
    const told = await countReminders(store);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('2026-12-07以前发来：写明年份');
  });

  test('not when they have answered', async () => {
    const { store, number } = await open([ASKED]);
    expect(await take(store, number, ['requester', 'clarified', { text: '2017年' }])).toMatchObject({ done: true });
    await live(store, '2026-12-03');
    expect(await countReminders(store)).toEqual([]);
  });

  test('of a fee, with the amount and how to pay', async () => {
    const { store } = await open([
      ['approver', 'fee_noticed', { standard: 'volume', count: 40, payTo: '沈阳市财政专户' }],
    ]);
    await live(store, '2026-12-17');
    expect((await countReminders(store))[0]).toContain('100元，请在2026-12-21以前缴纳：沈阳市财政专户');
  });

  test('of a notice that lies ready: told when it is sealed, and again when nobody has come', async () => {
    const { store, number } = await open(usualWay(TODAY).slice(2, 10), 'pickup');
    const lines = await readLines(store, HERE, { after: 0 });
    expect(JSON.stringify(lines.at(-1)?.message)).toContain('已经备好');
    await live(store, '2026-11-30');
    expect(await countReminders(store)).toHaveLength(1);
    await go(store, number, [['registrar', 'delivered', { deliveredBy: 'pickup', deliveredOn: TODAY, proof: '本人' }]]);
    await live(store, '2026-12-30');
    expect(await countReminders(store)).toHaveLength(1);
  });
});
