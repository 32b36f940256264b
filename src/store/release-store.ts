import type { Publication } from '../knowledge/releases/publication.ts';
import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';
import type { PublicationsTable } from './tables.ts';

/** A release as it is listed: everything but its content. */
export interface StoredRelease {
  readonly hash: string;
  /** Order in which releases were made, from 1. */
  readonly seq: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly note: string | null;
}

/** Whoever makes or publishes a release holds this name, so that two never decide on the same state. */
export const RELEASES_LOCK = 'releases';

/** Keeps a release as the newest; of one kept already only its place in the order changes. Call within a transaction. */
export async function insertRelease(
  executor: Executor,
  release: Omit<StoredRelease, 'seq'> & { readonly content: string },
): Promise<void> {
  await executor.lock(RELEASES_LOCK);
  const seq = await takeNextNumber(executor, 'releases');
  const { hash, content, madeAt, madeBy, note } = release;
  await executor.db
    .insertInto('releases')
    .values({ hash, seq, content, made_at: madeAt, made_by: madeBy, note })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ seq }))
    .execute();
}

/** All releases, newest first. */
export async function readReleases({ db }: Executor): Promise<readonly StoredRelease[]> {
  const rows = await db
    .selectFrom('releases')
    .select(['hash', 'seq', 'made_at', 'made_by', 'note'])
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ hash, seq, made_at, made_by, note }) => ({ hash, seq, madeAt: made_at, madeBy: made_by, note }));
}

/** The packed content of a release. */
export async function findReleaseContent({ db }: Executor, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom('releases').select('content').where('hash', '=', hash).executeTakeFirst();
  return row?.content;
}

function openPublication(row: PublicationsTable): Publication {
  const { seq, release, from_at, published_at, by_whom, why, because } = row;
  return { seq, release, from: from_at, publishedAt: published_at, by: by_whom, why, because };
}

/** All publications, newest first. */
export async function readPublications({ db }: Executor): Promise<readonly Publication[]> {
  const rows = await db.selectFrom('publications').selectAll().orderBy('seq', 'desc').execute();
  return rows.map(openPublication);
}

/** The publication in force at an instant and those still to come: all a serving process has to know. */
export async function readStanding({ db }: Executor, at: Date): Promise<readonly Publication[]> {
  const instant = at.toISOString();
  const [current, coming] = await Promise.all([
    db
      .selectFrom('publications')
      .selectAll()
      .where('from_at', '<=', instant)
      .orderBy('from_at', 'desc')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute(),
    db.selectFrom('publications').selectAll().where('from_at', '>', instant).orderBy('from_at').execute(),
  ]);
  return [...current, ...coming].map(openPublication);
}

/** Adds a publication; there is no function that changes or removes one. Call within a transaction. */
export async function appendPublication(
  executor: Executor,
  publication: Omit<Publication, 'seq'>,
): Promise<Publication> {
  await executor.lock(RELEASES_LOCK);
  const seq = await takeNextNumber(executor, 'publications');
  await executor.db
    .insertInto('publications')
    .values({
      seq,
      release: publication.release,
      from_at: publication.from,
      published_at: publication.publishedAt,
      by_whom: publication.by,
      why: publication.why,
      because: publication.because,
    })
    .execute();
  await executor.announce('releases');
  return { ...publication, seq };
}
