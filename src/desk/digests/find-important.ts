import type { Day } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { Executor } from '../../store/index.ts';
import { countDay, countWhere } from './count-day.ts';
import type { ImportantDigest } from './digest.ts';
import { findSpikes, measure, type Spike } from './find-spikes.ts';

interface Crossed {
  readonly why: ImportantDigest['why'];
  readonly of: Spike;
  readonly threshold: number;
}

/** What has crossed a threshold of `digest.yaml` on a day so far. Nothing where none are declared. */
export async function findImportant(
  executor: Executor,
  base: KnowledgeBase,
  day: Day,
): Promise<readonly ImportantDigest[]> {
  if (!base.digest) return [];
  const { spike, urgent } = base.digest.important;
  const { topics, weeks } = await countDay(executor, base, day);
  const urgentOnes = urgent.flatMap(({ id, title, from }): Crossed[] => {
    const counted = topics.find((topic) => topic.id === id && topic.count >= from);
    return counted ? [{ why: 'urgent', of: measure({ ...counted, title }), threshold: from }] : [];
  });
  const asked = topics.filter(({ kind, id }) => kind !== 'smalltalk' && !urgent.some((each) => each.id === id));
  const spikes = (weeks > 0 ? findSpikes(asked) : []).flatMap((of): Crossed[] => {
    const threshold = Math.max(of.from, spike.inquiries, Math.ceil(of.usual * spike.times));
    return of.count >= threshold ? [{ why: 'spike', of, threshold }] : [];
  });
  const found: ImportantDigest[] = [];
  for (const { why, of, threshold } of [...urgentOnes, ...spikes]) {
    const { id, title, count, before, usual, from } = of;
    const where = await countWhere(executor, base, day, id);
    const measured = { id, title, count, before, usual, from };
    found.push({ kind: 'important', day, why, of: measured, threshold, ...where, weeks });
  }
  return found;
}
