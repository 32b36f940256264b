import { addDays, type Day } from '../../day.ts';
import type { ListedEntry } from '../../knowledge/edit/index.ts';

/** Days ahead of which a review, and the end of rules, are told. */
const REVIEW_AHEAD = 14;
const END_AHEAD = 60;

/** An entry somebody has to look at: by a day set for it, or because its rules end. */
export interface DueEntry {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly why: 'review' | 'ends';
  readonly on: string;
  readonly overdue: boolean;
}

type Dated = Pick<ListedEntry, 'path' | 'id' | 'title' | 'review' | 'until'>;

/** What is to be looked at soon, the earliest first. */
export function listDue(entries: readonly Dated[], today: Day): readonly DueEntry[] {
  return entries
    .flatMap(({ path, id, title, review, until }): DueEntry[] => [
      ...(review !== null && review <= addDays(today, REVIEW_AHEAD)
        ? [{ path, id, title, why: 'review' as const, on: review, overdue: review < today }]
        : []),
      ...(until !== null && until <= addDays(today, END_AHEAD)
        ? [{ path, id, title, why: 'ends' as const, on: until, overdue: until < today }]
        : []),
    ])
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
