import type { Day } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import { readFigures } from '../figures/index.ts';
import { countDay, countWhere } from './count-day.ts';
import type { DailyDigest } from './digest.ts';
import { type DayCount, findSpikes } from './find-spikes.ts';

const TOPICS = 10;

const strip = ({ id, title, count, before }: DayCount): DayCount => ({ id, title, count, before });

/** The digest of a day as its counts stand now; nothing is written. */
export async function readDigest(executor: Executor, base: KnowledgeBase, day: Day): Promise<DailyDigest> {
  const today = await readFigures(executor, base, { from: day, to: day });
  const { topics: all, weeks } = await countDay(executor, base, day);
  // Greetings and thanks are no topics; what was urgent among them has a digest of its own.
  const topics = all.filter(({ kind }) => kind !== 'smalltalk').map(strip);
  const compared = weeks > 0;
  return {
    kind: 'daily',
    day,
    inquiries: today.inquiries,
    conversations: today.conversations,
    filed: today.filed,
    ...(await countWhere(executor, base, day)),
    topics: topics.slice(0, TOPICS),
    fresh: compared ? topics.filter(({ before }) => before.every((count) => count === 0)) : [],
    referrals: today.referrals,
    spikes: compared ? findSpikes(topics) : [],
    unanswered: today.byKind.find(({ name }) => name === 'none')?.count ?? 0,
    weeks,
  };
}
