import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { createTicker } from '../../src/delivery/index.ts';
import { createDailyJob, createMailJob, DIGEST_MAIL, issueDue, readDigests } from '../../src/desk/digests/index.ts';
import type { KnowledgeBase, TopicAnswer } from '../../src/knowledge/release.ts';
import { digestFileSchema } from '../../src/knowledge/schema/digest.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Store } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { makeMailFolder } from './make-mail-folder.ts';
import { openStaffRoom } from './room/open-staff-room.ts';

const STEP_MS = 4 * 3_600_000;
const entry = (id: string, review: string, to?: string) =>
  ({
    id,
    title: id,
    topic: 'basics',
    review,
    versions: [{ from: '2019-05-15', ...(to ? { to } : {}) }],
  }) as TopicAnswer;
const baseOf = (...answers: readonly TopicAnswer[]): KnowledgeBase => ({
  ...scriptedRelease.base,
  answers,
  digest: digestFileSchema.parse({ daily: { at: '08:00' }, important: { spike: { inquiries: 8, times: 3 } } }),
});
const at = (day: string, time = '08:00') => new Date(`${day}T${time}:00+08:00`);

/** The desk's own timers, with a clock put forward a few hours at a time; what was told, and when. */
async function live(
  store: Store,
  base: KnowledgeBase,
  from: Date,
  until: Date,
  mailFolder?: string,
): Promise<string[]> {
  let now = from;
  const options = { release: () => ({ base, messages }), locale: 'zh-CN', mailFolder } as const;
  const ticker = createTicker({
    store,
    jobs: { daily_digest: createDailyJob(options), [DIGEST_MAIL]: createMailJob(options) },
    recurring: ['daily_digest'],
    holder: 'one',
    now: () => now,
    logger: silentLogger,
  });
  for (; now <= until; now = new Date(now.getTime() + STEP_MS)) await ticker.run();
  await ticker.stop();
  const made = await readDigests(store, { most: 50, kind: 'due' });
  return made
    .toReversed()
    .flatMap(({ madeAt, digest }) =>
      digest.kind === 'due' ? digest.entries.map(({ id, why, overdue }) => `${madeAt} ${id} ${why} ${overdue}`) : [],
    );
}

test('each review and each end is told twice: when it comes near and when it is past, at eight in the morning, once', async () => {
  const store = await openTemporary();
  const mailFolder = makeMailFolder();
  const base = baseOf(entry('fees', '2027-01-01'), entry('old-rules', '2028-01-01', '2027-01-20'));
  expect(await live(store, base, at('2026-11-10', '00:00'), at('2027-02-01'), mailFolder)).toEqual([
    // 60 days before the rules end, 14 before the review; then the day after each.
    '2026-11-21T00:00:00.000Z old-rules ends false',
    '2026-12-18T00:00:00.000Z fees review false',
    '2027-01-02T00:00:00.000Z fees review true',
    '2027-01-21T00:00:00.000Z old-rules ends true',
  ]);
  expect(readdirSync(mailFolder).toSorted()).toEqual([
    'due-2026-1.eml',
    'due-2026-2.eml',
    'due-2027-1.eml',
    'due-2027-2.eml',
  ]);
});

test('a desk that stood still tells what it missed in one reminder; a review put off is told again in its time', async () => {
  const store = await openTemporary();
  const due = ['a', 'b'].map((id) => entry(id, '2026-12-01'));
  const late = at('2027-01-10', '09:00');
  expect(await live(store, baseOf(...due), late, late)).toEqual([
    '2027-01-10T01:00:00.000Z a review true',
    '2027-01-10T01:00:00.000Z b review true',
  ]);
  const told = await live(store, baseOf(entry('a', '2027-03-01')), late, at('2027-02-20'));
  expect(told.slice(2)).toEqual(['2027-02-15T01:00:00.000Z a review false']);
});

test('of two processes one tells it, and the room of the staff shows it once', async () => {
  await using room = await openStaffRoom();
  const { store, now } = room.office;
  const today = now().toISOString().slice(0, 10) as Day;
  const base = baseOf(entry('fees', today));
  const tell = () => store.transaction((executor) => issueDue(executor, base, at(today, '08:00')));
  expect((await Promise.all([tell(), tell()])).flat()).toHaveLength(1);
  room.office.wait(1);
  expect(await room.look()).toEqual([expect.stringMatching(/^postMessage 《知识库到期提醒》[\s\S]*fees：.*前复核/u)]);
  expect(await room.look()).toEqual([]);
});
