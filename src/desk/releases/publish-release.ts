import { DeskError } from '../../errors.ts';
import { findInForce, type Publication } from '../../knowledge/index.ts';
import { appendPublication, type Executor, findReleaseContent, readPublications } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';

/** Ahead of its instant every process makes the release ready, so that all change over together. Milliseconds. */
export const LEAD_MS = 10_000;

export interface PublishOptions {
  readonly release: string;
  /** From when it is served. Default: as soon as every process can have it ready. */
  readonly from?: Date | undefined;
  readonly by: string;
  readonly why?: string | undefined;
  /** Why although the gate found something worse. */
  readonly because?: string | undefined;
  readonly now: Date;
}

/**
 * Publishes a stored release. Call within a transaction.
 * @throws DeskError NOT_FOUND when there is no such release
 */
export async function publishRelease(executor: Executor, options: PublishOptions): Promise<Publication> {
  const { release, by, now, why, because } = options;
  if ((await findReleaseContent(executor, release)) === undefined)
    throw new DeskError('NOT_FOUND', `no release ${release}`);
  const from = options.from ?? new Date(now.getTime() + LEAD_MS);
  return appendPublication(executor, {
    release,
    from: from.toISOString(),
    publishedAt: now.toISOString(),
    by,
    why: why ?? null,
    because: because ?? null,
  });
}

/**
 * The release served before the one in force, or about to be: what rolling back means when nobody names another.
 * What is planned for later than a rollback would begin is left alone.
 */
export async function findPrevious(executor: Executor, now: Date): Promise<string | undefined> {
  const publications = await readPublications(executor);
  const begins = new Date(now.getTime() + LEAD_MS);
  const current = findInForce(publications, begins);
  const before = publications.filter(
    ({ from, seq, release }) =>
      current && release !== current.release && (from < current.from || (from === current.from && seq < current.seq)),
  );
  return findInForce(before, begins)?.release;
}

/** Records in the chain of what was done at the desk that something was published. */
export async function recordPublished(
  executor: Executor,
  publication: Publication,
  regressions: number,
  actor = `cli:${publication.by}`,
): Promise<void> {
  const { publishedAt: at, release, from, because, why } = publication;
  const detail = { from, regressions, ...(because ? { because } : {}), ...(why ? { why } : {}) };
  await appendAudit(executor, {
    at,
    event: 'knowledge_published',
    actor,
    subject: `release:${release}`,
    detail,
  });
}
