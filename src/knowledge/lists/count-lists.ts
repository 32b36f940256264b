import type { Day } from '../../day.ts';
import type { DisclosureItem, ListsFile, Proposals } from '../schema/lists.ts';

/** How a line of the list of disclosure stands on a day. */
export type ItemStanding = 'published' | 'due' | 'overdue' | 'undated';

export function standingOf({ due, published }: Pick<DisclosureItem, 'due' | 'published'>, today: Day): ItemStanding {
  if (published !== undefined && published <= today) return 'published';
  if (due === undefined) return 'undated';
  return due < today ? 'overdue' : 'due';
}

export interface ItemCounts {
  /** Each once, over however many channels. */
  readonly published: number;
  readonly overdue: number;
  readonly byType: readonly { readonly name: string; readonly count: number }[];
  /** Adds up to more than `published` where an item went over several. */
  readonly byChannel: readonly { readonly name: string; readonly count: number }[];
}

function countBy(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
}

export function countItems(items: ListsFile['items'], today: Day): ItemCounts {
  const published = items.filter((item) => standingOf(item, today) === 'published');
  return {
    published: published.length,
    overdue: items.filter((item) => standingOf(item, today) === 'overdue').length,
    byType: countBy(published.map(({ type }) => type)),
    byChannel: countBy(published.flatMap(({ channels }) => [...new Set(channels)])),
  };
}

/** 建议提案 of a year in sum. Shares from 0 to 1; null where nobody counted. */
export interface ProposalCounts {
  readonly year: number;
  readonly received: number;
  readonly lead: number;
  readonly joint: number;
  readonly handledShare: number;
  readonly repliedShare: number;
  readonly contentShare: number | null;
  readonly solvedShare: number | null;
  readonly published: number;
}

function shareOf(rows: readonly Proposals[], of: 'content' | 'solved', received: number): number | null {
  if (rows.some((row) => row[of] === undefined)) return null;
  return rows.reduce((sum, row) => sum + (row[of] ?? 0), 0) / received;
}

/** The sums of every year, the newest first. */
export function countProposals(proposals: readonly Proposals[]): readonly ProposalCounts[] {
  const years = [...new Set(proposals.map(({ year }) => year))].toSorted((a, b) => b - a);
  return years.map((year) => {
    const rows = proposals.filter((each) => each.year === year);
    const sum = (value: (row: Proposals) => number) => rows.reduce((total, row) => total + value(row), 0);
    const received = sum((row) => row.received);
    return {
      year,
      received,
      lead: sum((row) => (row.role === 'lead' ? row.received : 0)),
      joint: sum((row) => (row.role === 'joint' ? row.received : 0)),
      handledShare: sum((row) => row.handled) / received,
      repliedShare: sum((row) => row.replied) / received,
      contentShare: shareOf(rows, 'content', received),
      solvedShare: shareOf(rows, 'solved', received),
      published: sum((row) => row.published),
    };
  });
}
