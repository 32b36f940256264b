import { addDays, type Day } from '../../day.ts';
import { buildGazetteer } from '../../jurisdiction/index.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import { countPlaces, countTopicDays, INQUIRIES, titlesOf } from '../figures/index.ts';
import { sumBy } from '../figures/summarise.ts';
import type { Named } from './digest.ts';
import type { DayCount } from './find-spikes.ts';

const WEEKS = 8;

export interface CountedDay {
  /** Most asked first, with the counts of the same weekday of the weeks before. */
  readonly topics: readonly (DayCount & { readonly kind: string })[];
  readonly weeks: number;
}

/** What was asked about on a day and on the same weekday of the eight weeks before, read in one query. */
export async function countDay(executor: Executor, base: KnowledgeBase, day: Day): Promise<CountedDay> {
  const earlier = Array.from({ length: WEEKS }, (_, week) => addDays(day, -7 * (week + 1)));
  const byDay = Map.groupBy(await countTopicDays(executor, [day, ...earlier]), (row) => row.day as Day);
  // Weeks before the desk counted anything are no baseline of zero.
  const compared = earlier.slice(0, earlier.findLastIndex((each) => byDay.has(each)) + 1);
  const nameOf = (row: { readonly kind: string; readonly id: string }) => `${row.kind}/${row.id}`;
  const countsOf = compared.map((each) => new Map((byDay.get(each) ?? []).map((row) => [nameOf(row), row.count])));
  const titles = titlesOf(base);
  const topics = (byDay.get(day) ?? []).map((row) => ({
    id: row.id,
    kind: row.kind,
    title: titles.get(row.id) ?? row.id,
    count: row.count,
    before: countsOf.map((counts) => counts.get(nameOf(row)) ?? 0),
  }));
  return { topics, weeks: compared.length };
}

/** By channel and by district, of all inquiries of a day or those about one thing. */
export async function countWhere(
  executor: Executor,
  base: KnowledgeBase,
  day: Day,
  subject?: string,
): Promise<{ readonly channels: Named; readonly districts: Named }> {
  const kinds = subject === undefined ? [...INQUIRIES] : [...INQUIRIES, 'smalltalk'];
  const rows = await countPlaces(executor, day, kinds, subject);
  const placed = rows.flatMap(({ place, count }) => (place === null ? [] : [{ place, count }]));
  const gazetteer = buildGazetteer(placed.length > 0 ? base.divisions : []);
  const nameOf = (code: string) => gazetteer.get(code)?.fullName ?? code;
  return {
    channels: sumBy(rows, ({ channel }) => channel),
    districts: sumBy(placed, ({ place }) => place).map(({ name, count }) => ({ name: nameOf(name), count })),
  };
}
