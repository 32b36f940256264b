import { dayOf } from '../../../../day.ts';
import type { Executor } from '../../../../store/index.ts';
import {
  findTrial,
  keepTrial,
  type NamedTree,
  type PublishedTree,
  publishTree,
  type Standing,
  type Trial,
} from '../../../drafts/index.ts';
import type { Actor } from '../../../rights/index.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';

/** The trial of today, made now unless it was. */
export async function tryTree(
  { store, tryRelease }: DeskServices,
  served: Standing,
  tried: NamedTree,
  now: Date,
): Promise<Trial> {
  const pair = { served: served.hash, tried: tried.hash };
  const known = await findTrial(store, pair, dayOf(now));
  if (known) return known;
  const trial = await tryRelease(served, tried);
  await store.transaction((executor) => keepTrial(executor, pair, trial, now));
  return trial;
}

/**
 * What a trial says against publishing.
 * @throws ApiRefusal draft_unsound with errors; answers_worse without a reason why it is published all the same
 */
export function judgeTrial({ problems, gate }: Trial, because: string | undefined): number {
  const [first] = problems;
  if (first)
    throw new ApiRefusal('draft_unsound', { values: { what: `${first.file}:${first.line} ${first.message}` } });
  const regressions = gate?.regressions ?? 0;
  if (regressions > 0 && because === undefined) {
    throw new ApiRefusal('answers_worse', { values: { regressions: String(regressions) } });
  }
  return regressions;
}

interface Publishing {
  readonly served: Standing;
  readonly tried: NamedTree;
  readonly from: Date | undefined;
  readonly note: string;
  readonly because: string | undefined;
  readonly regressions: number;
  readonly actor: Actor;
  readonly now: Date;
}

/** @throws ApiRefusal changed, release_waits or release_planned */
export async function publishTried(executor: Executor, services: DeskServices, given: Publishing) {
  const { actor, because, regressions, ...rest } = given;
  const published: PublishedTree = await publishTree(executor, {
    ...rest,
    location: services.knowledge,
    why: given.note,
    because: regressions > 0 ? because : undefined,
    regressions,
    by: actor.name,
    actor: `staff:${actor.id}`,
  });
  if (published.kind === 'published') return published.publication;
  if (published.kind === 'planned') {
    throw new ApiRefusal('release_planned', { values: { files: published.files.join(' ') } });
  }
  throw new ApiRefusal(published.kind === 'waits' ? 'release_waits' : 'changed');
}
