import { expect, test } from 'vitest';
import { checkCopy, checkHistory } from '../../src/chaos/check-history.ts';
import type { Ending, History } from '../../src/chaos/history.ts';

const C = 'loop:a';
const NOTHING = { lost: [], duplicate: [], unexpected: [], repeated: 0 };

const delivered = (id: string, how: 'acked' | 'refused' | 'unknown' = 'acked', carried: string[] = []) =>
  ({ kind: 'deliver', at: 1, process: 'web-1', conversation: C, id, how, carried }) as const;
const sent = (key: string, taken = true) => ({ kind: 'send', at: 2, conversation: C, key, text: key, taken }) as const;
const filed = (number: string) => ({ kind: 'filed', at: 3, conversation: C, number }) as const;

const acted = (who: string, how: 'won' | 'lost' | 'unknown') =>
  ({ kind: 'staff', at: 4, number: 'SPB-2026-000001', version: 1, who, how }) as const;
const act = (who: string) => ({ number: 'SPB-2026-000001', seq: 2, who });

const message = (id: string, handled = true) => ({ conversation: C, id, handled, setAside: false });
const citizen = (seq: number) =>
  ({ conversation: C, seq, from: 'citizen', text: '', key: `c${seq}`, state: 'delivered' }) as const;
const line = (seq: number, state: 'delivered' | 'owed' | 'undeliverable' = 'delivered') =>
  ({ conversation: C, seq, from: 'desk', text: `k${seq}`, key: `k${seq}`, state }) as const;

/** Two messages, two answers, one request: all as it should be. */
const SOUND: Ending = {
  messages: [message('1'), message('2')],
  lines: [citizen(1), line(2), citizen(3), line(4)],
  requests: [{ number: 'SPB-2026-000001', conversation: C }],
  acts: [],
  movedDates: 0,
  deviations: [],
};
const SEEN: History = [delivered('1'), sent('k2'), delivered('2'), sent('k4'), filed('SPB-2026-000001')];

test('what was acknowledged, kept, answered and filed once is in order', () => {
  expect(checkHistory(SEEN, SOUND)).toEqual(NOTHING);
});

test('a part handed over again under its key counts as repeated, a message delivered again as nothing', () => {
  const again = [...SEEN, delivered('1'), delivered('2', 'unknown'), sent('k2')];
  expect(checkHistory(again, SOUND)).toEqual({ ...NOTHING, repeated: 1 });
});

test.each<[why: string, found: Partial<Record<'lost' | 'duplicate' | 'unexpected', number>>, History, Partial<Ending>]>(
  [
    ['an acknowledged message that is not there', { lost: 1 }, [...SEEN, delivered('3')], {}],
    [
      'one that was never handled',
      { lost: 1 },
      [...SEEN, delivered('3')],
      { messages: [...SOUND.messages, message('3', false)] },
    ],
    ['one handled twice', { duplicate: 1 }, SEEN, { lines: [...SOUND.lines, citizen(5)] }],
    ['one handled without a trace', { lost: 1 }, SEEN, { lines: SOUND.lines.slice(1) }],
    ['one nobody sent', { unexpected: 1 }, SEEN.filter((each) => each.kind !== 'deliver' || each.id !== '2'), {}],
    ['a line still owed', { lost: 1 }, SEEN, { lines: [citizen(1), line(2), citizen(3), line(4, 'owed')] }],
    ['a line given up', { lost: 1 }, SEEN, { lines: [citizen(1), line(2), citizen(3), line(4, 'undeliverable')] }],
    ['a line that never arrived', { lost: 1 }, SEEN.filter((each) => each.kind !== 'send' || each.key !== 'k4'), {}],
    ['a line the platform refused', { lost: 1 }, [delivered('1'), sent('k2'), delivered('2'), sent('k4', false)], {}],
    ['lines out of order', { unexpected: 1 }, [delivered('1'), delivered('2'), sent('k4'), sent('k2')], {}],
    ['something no line says', { unexpected: 1 }, [...SEEN, sent('k9')], {}],
    ['a request told of and gone', { lost: 1 }, SEEN, { requests: [] }],
    [
      'two requests of one filing',
      { duplicate: 1 },
      SEEN,
      { requests: [...SOUND.requests, { number: 'SPB-2026-000002', conversation: C }] },
    ],
    [
      'a number given twice',
      { duplicate: 1, unexpected: 1 },
      SEEN,
      { requests: [...SOUND.requests, { number: 'SPB-2026-000001', conversation: 'loop:b' }] },
    ],
    [
      'a gap in the numbers',
      { unexpected: 1 },
      SEEN,
      { requests: [...SOUND.requests, { number: 'SPB-2026-000003', conversation: 'loop:b' }] },
    ],
    ['an act that was done and is not there', { lost: 1 }, [...SEEN, acted('a', 'won')], {}],
    [
      'two who acted at the same event',
      { duplicate: 1, lost: 1 },
      [...SEEN, acted('a', 'won'), acted('b', 'won')],
      { acts: [act('a')] },
    ],
    ['an act that was refused and is there', { unexpected: 1 }, [...SEEN, acted('a', 'lost')], { acts: [act('a')] }],
    ['a case its events do not give', { unexpected: 1 }, SEEN, { deviations: ['SPB-2026-000001 state'] }],
  ],
)('%s is found', (_why, found, history, ending) => {
  const { lost, duplicate, unexpected } = checkHistory(history, { ...SOUND, ...ending });
  expect({ lost: lost.length, duplicate: duplicate.length, unexpected: unexpected.length }).toEqual({
    lost: 0,
    duplicate: 0,
    unexpected: 0,
    ...found,
  });
});

test('a line that rode on an answer has arrived, unless the answer was lost', () => {
  const rode = [delivered('1', 'acked', ['k2']), delivered('2'), sent('k4')];
  expect(checkHistory(rode, SOUND).lost).toEqual([]);
  const lost = [delivered('1', 'unknown'), delivered('2'), sent('k4')];
  expect(checkHistory(lost, SOUND).lost).toHaveLength(1);
});

test('of three who raced one won, and one may have when the database failed', () => {
  const raced = [...SEEN, acted('a', 'unknown'), acted('b', 'lost'), acted('c', 'lost')];
  expect(checkHistory(raced, { ...SOUND, acts: [act('a')] })).toEqual(NOTHING);
  expect(checkHistory(raced, SOUND)).toEqual(NOTHING);
});

test('a copy holds what was told before it, whatever of the messages', () => {
  expect(checkCopy([...SEEN, delivered('9')], SOUND)).toEqual([]);
  expect(checkCopy([...SEEN, filed('SPB-2026-000002')], SOUND)).toHaveLength(1);
});
