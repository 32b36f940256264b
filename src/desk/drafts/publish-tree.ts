import {
  hashTree,
  type KnowledgeTree,
  mergeTrees,
  type Publication,
  packTree,
  type TreeLocation,
} from '../../knowledge/index.ts';
import { type Executor, insertRelease, RELEASES_LOCK, readPublications, readReleases } from '../../store/index.ts';
import { LEAD_MS, publishRelease, readStoredTree, recordPublished } from '../releases/index.ts';
import { openStanding, type Standing } from './standing.ts';
import type { NamedTree } from './trial.ts';

export interface PublishTree {
  readonly location: TreeLocation;
  /** What was tried against: what is served from the instant of publishing on. */
  readonly served: Standing;
  readonly tried: NamedTree;
  readonly from?: Date | undefined;
  readonly note: string;
  readonly why?: string | undefined;
  readonly because?: string | undefined;
  readonly regressions: number;
  /** Name of the one who publishes, and how the record names them. */
  readonly by: string;
  readonly actor: string;
  readonly now: Date;
}

/**
 * published; changed: something else was published meanwhile, so what was tried is not what would come of it; waits: a
 * release pushed from a folder was never published, and this would pass it by; planned: a release planned for later
 * changes the same file.
 */
export type PublishedTree =
  | { readonly kind: 'published'; readonly publication: Publication }
  | { readonly kind: 'changed' | 'waits' }
  | { readonly kind: 'planned'; readonly files: readonly string[] };

/** What is planned for later was made without this change: it gets it too, so that nothing disappears again. */
async function carryInto(
  executor: Executor,
  coming: readonly Publication[],
  { served, tried, now, by }: PublishTree,
): Promise<readonly string[]> {
  for (const plan of coming) {
    const planned = await readStoredTree(executor, plan.release);
    const { taken, conflicts } = mergeTrees(served.tree, planned, tried.tree);
    if (conflicts.length > 0) return conflicts;
    if (taken.length === 0) continue;
    const files = new Map(planned);
    for (const { path } of taken) {
      const bytes = tried.tree.get(path);
      if (bytes) files.set(path, bytes);
      else files.delete(path);
    }
    const tree: KnowledgeTree = new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const release = hashTree(tree);
    const madeAt = now.toISOString();
    await insertRelease(executor, { hash: release, content: packTree(tree), madeAt, madeBy: by, note: plan.why });
    const { why, because } = plan;
    const options = { why: why ?? undefined, because: because ?? undefined, by: plan.by, now };
    await publishRelease(executor, { release, from: new Date(plan.from), ...options });
  }
  return [];
}

async function keepTree(executor: Executor, { hash, tree }: NamedTree, { now, by, note }: PublishTree): Promise<void> {
  await insertRelease(executor, { hash, content: packTree(tree), madeAt: now.toISOString(), madeBy: by, note });
}

/** The folder was served until now: published as a release, so that one can go back to it. */
async function keepFolder(executor: Executor, options: PublishTree): Promise<void> {
  const { served, now, by } = options;
  await keepTree(executor, served, options);
  await publishRelease(executor, { release: served.hash, from: now, by, now });
}

/** Publishes what was tried, all of it in the open transaction or nothing. */
export async function publishTree(executor: Executor, options: PublishTree): Promise<PublishedTree> {
  const { location, served, tried, why, because, by, now } = options;
  await executor.lock(RELEASES_LOCK);
  const from = options.from ?? new Date(now.getTime() + LEAD_MS);
  const standing = await openStanding(executor, location, from);
  if (standing.hash !== served.hash) return { kind: 'changed' };
  const publications = await readPublications(executor);
  const [newest] = await readReleases(executor);
  const known = new Set([served.hash, tried.hash, ...publications.map(({ release }) => release)]);
  if (newest && !known.has(newest.hash)) return { kind: 'waits' };
  const coming = publications
    .filter((plan) => plan.from > from.toISOString())
    .toSorted((a, b) => a.seq - b.seq)
    .filter((plan, index, all) => !all.slice(index + 1).some((later) => later.from === plan.from));
  const conflicts = await carryInto(executor, coming, options);
  if (conflicts.length > 0) return { kind: 'planned', files: conflicts };
  if (served.of === 'folder') await keepFolder(executor, options);
  await keepTree(executor, tried, options);
  const publication = await publishRelease(executor, { release: tried.hash, from, by, why, because, now });
  await recordPublished(executor, publication, options.regressions, options.actor);
  return { kind: 'published', publication };
}
