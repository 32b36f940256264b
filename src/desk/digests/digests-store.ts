import { type Day, yearOf } from '../../day.ts';
import { type Executor, takeNextNumber } from '../../store/index.ts';
import type { Digest, DigestKey, IssuedDigest } from './digest.ts';

interface Row {
  readonly year: number;
  readonly number: number;
  readonly content: string;
  readonly made_at: string;
}

// Written by us as they are read.
const open = ({ year, number, content, made_at }: Row): IssuedDigest => ({
  year,
  number,
  madeAt: made_at,
  digest: JSON.parse(content) as Digest,
});

/** What parts digests of one kind and day. */
const aboutOf = (digest: Digest): string => (digest.kind === 'important' ? digest.of.id : '');

/**
 * Gives a digest the next number of its kind and year and keeps it for good; undefined when it was made before. Call
 * within a transaction.
 */
export async function insertDigest(executor: Executor, digest: Digest, now: Date): Promise<IssuedDigest | undefined> {
  const { kind, day } = digest;
  await executor.lock(`digests/${kind}`);
  const about = aboutOf(digest);
  const made = await executor.db
    .selectFrom('digests')
    .select('number')
    .where('kind', '=', kind)
    .where('on_day', '=', day)
    .where('about', '=', about)
    .executeTakeFirst();
  if (made) return undefined;
  const year = yearOf(day);
  const number = await takeNextNumber(executor, `digest/${kind}/${year}`);
  const row = { year, number, content: JSON.stringify(digest), made_at: now.toISOString() };
  await executor.db
    .insertInto('digests')
    .values({ kind, on_day: day, about, ...row })
    .execute();
  return open(row);
}

export async function findDigest(
  { db }: Executor,
  { kind, year, number }: DigestKey,
): Promise<IssuedDigest | undefined> {
  const row = await db
    .selectFrom('digests')
    .selectAll()
    .where('kind', '=', kind)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && open(row);
}

/** The daily digest of a day, if it was made. */
export async function findDailyDigest({ db }: Executor, day: Day): Promise<IssuedDigest | undefined> {
  const daily = db.selectFrom('digests').selectAll().where('kind', '=', 'daily');
  const row = await daily.where('on_day', '=', day).executeTakeFirst();
  return row && open(row);
}

/** The latest day a daily digest was made of; null before the first. */
export async function readLastDay({ db }: Executor): Promise<Day | null> {
  const row = await db
    .selectFrom('digests')
    .select(({ fn }) => fn.max('on_day').as('day'))
    .where('kind', '=', 'daily')
    .executeTakeFirst();
  return (row?.day as Day | undefined) ?? null;
}

/** Digests, newest first. */
export async function readDigests(
  { db }: Executor,
  { most, since, kind }: { readonly most: number; readonly since?: Date; readonly kind?: Digest['kind'] },
): Promise<readonly IssuedDigest[]> {
  let query = db.selectFrom('digests').selectAll();
  if (kind) query = query.where('kind', '=', kind);
  if (since) query = query.where('made_at', '>=', since.toISOString());
  const rows = await query.orderBy('made_at', 'desc').orderBy('kind').orderBy('number', 'desc').limit(most).execute();
  return rows.map(open);
}
