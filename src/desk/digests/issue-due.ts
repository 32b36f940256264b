import { type Day, dayOf } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import { type DueEntry, listDue } from '../drafts/index.ts';
import type { IssuedDigest } from './digest.ts';
import { readDigests } from './digests-store.ts';
import { issue } from './issue-digests.ts';

/** Reminders looked back on: more than a year of them. */
const MOST = 500;

/** What is told once: that this day of this entry comes near, and that it is past. */
const nameTold = ({ id, why, on, overdue }: DueEntry) => JSON.stringify([id, why, on, overdue]);

function listEntries({ answers }: KnowledgeBase) {
  return answers.map(({ topic, id, title, review, versions }) => {
    const last = versions.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1);
    return { path: topic, id, title, review, until: last?.to ?? null };
  });
}

/**
 * From the digests' time of day on, tells in one reminder a day which entries came near their review or the end of their
 * rules, and which are past it, and were not told before. Call within a transaction.
 */
export async function issueDue(executor: Executor, base: KnowledgeBase, now: Date): Promise<readonly IssuedDigest[]> {
  if (!base.digest) return [];
  const today: Day = dayOf(now);
  if (now < new Date(`${today}T${base.digest.daily.at}:00+08:00`)) return [];
  const told = await readDigests(executor, { most: MOST, kind: 'due' });
  const known = new Set(told.flatMap(({ digest }) => (digest.kind === 'due' ? digest.entries.map(nameTold) : [])));
  const entries = listDue(listEntries(base), today).filter((entry) => !known.has(nameTold(entry)));
  return entries.length > 0 ? issue(executor, { kind: 'due', day: today, entries }, now) : [];
}
