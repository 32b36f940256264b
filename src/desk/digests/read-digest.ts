import { addDays, type Day } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import { listMisses } from '../drafts/index.ts';
import { readFigures, readTopics } from '../figures/index.ts';
import { type DayCount, findSpikes, type Spike } from './find-spikes.ts';

const WEEKS = 8;
const TOPICS = 10;
/** Topics compared with the weeks before: all there are on a day. */
const TOPICS_COMPARED = 1000;
const MISSES = 10;
const DAY_MS = 86_400_000;

type DayFigures = Awaited<ReturnType<typeof readFigures>>;
type Named = readonly { readonly name: string; readonly count: number }[];

/** 《每日访情》: what people asked on a day. Of what people wrote only questions without an answer are in it, masked as they are kept. */
export interface Digest {
  readonly day: Day;
  /** The day of the year: every day has its number, whether or not it was read. */
  readonly number: number;
  readonly inquiries: number;
  readonly conversations: number;
  readonly filed: number;
  readonly channels: Named;
  readonly topics: readonly DayCount[];
  /** Asked on none of the days compared with. */
  readonly fresh: readonly DayCount[];
  readonly referrals: Named;
  readonly spikes: readonly Spike[];
  readonly unanswered: readonly { readonly example: string; readonly times: number }[];
  /** How many weeks before were counted: fewer while the desk is young. */
  readonly weeks: number;
}

function numberOf(day: Day): number {
  return (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / DAY_MS + 1;
}

const channelsOf = ({ inquiryMonths }: DayFigures): Named => inquiryMonths[0]?.channels ?? [];

/** The digest of a day, from what is stored. Reads nine days; nothing is written. */
export async function readDigest(executor: Executor, base: KnowledgeBase, day: Day): Promise<Digest> {
  const today = await readFigures(executor, base, { from: day, to: day });
  const asked = await readTopics(executor, base, { from: day, to: day }, TOPICS_COMPARED);
  const earlier: (typeof asked)[] = [];
  for (let week = 1; week <= WEEKS; week++) {
    const then = addDays(day, -7 * week);
    earlier.push(await readTopics(executor, base, { from: then, to: then }, TOPICS_COMPARED));
  }
  // Weeks before the desk counted anything are no baseline of zero.
  const counted = earlier.slice(0, earlier.findLastIndex((each) => each.length > 0) + 1);
  const countsById = counted.map((each) => new Map(each.map(({ id, count }) => [id, count])));
  const topics = asked.map(({ id, title, count }) => ({
    id,
    title,
    count,
    before: countsById.map((counts) => counts.get(id) ?? 0),
  }));
  const { clusters } = await listMisses(executor, { from: day, to: day, settled: false });
  return {
    day,
    number: numberOf(day),
    inquiries: today.inquiries,
    conversations: today.conversations,
    filed: today.filed,
    channels: channelsOf(today),
    topics: topics.slice(0, TOPICS),
    fresh: counted.length === 0 ? [] : topics.filter(({ before }) => before.every((count) => count === 0)),
    referrals: today.referrals,
    spikes: counted.length === 0 ? [] : findSpikes(topics),
    unanswered: clusters.slice(0, MISSES).map(({ example, times }) => ({ example, times })),
    weeks: counted.length,
  };
}
