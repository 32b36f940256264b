import { addDays, type Day, dayOf } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import { type Executor, noteChange } from '../../store/index.ts';
import type { Digest, IssuedDigest } from './digest.ts';
import { insertDigest, readLastDay } from './digests-store.ts';
import { findImportant } from './find-important.ts';
import { readDigest } from './read-digest.ts';

/** A desk that stood still this many days or longer tells the last of them only. */
const MOST_LATE = 7;
const LOOK_BACK_MS = 3_600_000;

/** Numbers a digest, keeps it and tells the consoles; nothing where it was made before. */
export async function issue(executor: Executor, digest: Digest, now: Date): Promise<readonly IssuedDigest[]> {
  const made = await insertDigest(executor, digest, now);
  if (!made) return [];
  await noteChange(executor, 'digests', now);
  return [made];
}

/** The instant from which on the digest of a day is made: the time of day set, on the day after, in China. */
export function dueAt(day: Day, at: string): Date {
  return new Date(`${addDays(day, 1)}T${at}:00+08:00`);
}

/**
 * Makes the daily digests that are due and were not made yet; also those of the days the desk stood still. A desk nobody
 * has asked anything yet begins with its first inquiry. Call within a transaction.
 */
export async function issueDaily(executor: Executor, base: KnowledgeBase, now: Date): Promise<readonly IssuedDigest[]> {
  if (!base.digest) return [];
  const { at } = base.digest.daily;
  const yesterday = addDays(dayOf(now), -1);
  const last = dueAt(yesterday, at) <= now ? yesterday : addDays(yesterday, -1);
  const told = await readLastDay(executor);
  const late = Array.from({ length: MOST_LATE }, (_, back) => addDays(last, back + 1 - MOST_LATE));
  const days = told === null ? [last] : late.filter((day) => day > told);
  const made: IssuedDigest[] = [];
  for (const day of days) {
    const digest = await readDigest(executor, base, day);
    if (told !== null || digest.inquiries > 0) made.push(...(await issue(executor, digest, now)));
  }
  return made;
}

/** Makes a digest of everything that crossed a threshold of today and was not told yet. Call within a transaction. */
export async function issueImportant(
  executor: Executor,
  base: KnowledgeBase,
  now: Date,
): Promise<readonly IssuedDigest[]> {
  const made: IssuedDigest[] = [];
  // What came just before midnight is looked at once more after it.
  for (const day of new Set([dayOf(new Date(now.getTime() - LOOK_BACK_MS)), dayOf(now)])) {
    for (const digest of await findImportant(executor, base, day)) made.push(...(await issue(executor, digest, now)));
  }
  return made;
}
