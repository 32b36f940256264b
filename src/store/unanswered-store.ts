import type { Day } from '../day.ts';
import { dayOf } from '../day.ts';
import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import type { UnansweredTable } from './knowledge-tables.ts';
import { maskTold } from './mask-told.ts';
import type { Place } from './seal.ts';

/** Longest question kept, in characters. */
const LONGEST = 500;

/** unsettled: nothing answered it. poor: what answered it was rated poorly. */
export type MissKind = 'unsettled' | 'poor';

/** A question that came to nothing, as it is handed in. */
export interface Miss {
  readonly question: string;
  /** Id of the nearest entry, or of the one rated poorly; null when none came near. */
  readonly nearest: string | null;
  readonly channel: string;
  readonly why: MissKind;
}

/** A question the desk could not answer, or not well: material for the next entries. */
export interface Unanswered {
  readonly fingerprint: string;
  readonly question: string;
  readonly nearest: string | null;
  /** Within the period asked for. */
  readonly times: number;
  readonly channels: readonly string[];
  /** How many of them were answered and rated poorly. */
  readonly poor: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly settled: UnansweredTable['settled'];
  /** Id of the draft it went into. */
  readonly draft: number | null;
}

function placeOf(fingerprint: string, column: 'question' | 'reason' = 'question'): Place {
  return { table: 'unanswered', column, key: [fingerprint] };
}

/** Counts a question that came to nothing. What is personal is masked before it is stored, and it is stored sealed. */
export async function recordUnanswered({ db, sealer }: Executor, miss: Miss, now: Date): Promise<void> {
  const masked = [...maskTold(miss.question.trim())].slice(0, LONGEST).join('');
  const fingerprint = sealer.hash('unanswered', masked);
  const at = now.toISOString();
  const { nearest, channel, why } = miss;
  await db
    .insertInto('unanswered')
    .values({
      fingerprint,
      question: sealer.seal(placeOf(fingerprint), masked),
      nearest,
      times: 1,
      first_at: at,
      last_at: at,
      settled: null,
      settled_at: null,
      settled_by: null,
      draft: null,
      reason: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet((eb) => ({ times: eb('unanswered.times', '+', 1), nearest, last_at: at })),
    )
    .execute();
  await db
    .insertInto('unanswered_days')
    .values({ fingerprint, on_day: dayOf(now), channel, why, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['fingerprint', 'on_day', 'channel', 'why'])
        .doUpdateSet((eb) => ({ times: eb('unanswered_days.times', '+', 1) })),
    )
    .execute();
}

export interface MissQuery {
  /** Both days counted; left out: since ever. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Also those somebody has decided about. Default: only those nobody has, and those asked again after a draft. */
  readonly settled?: boolean;
  /** At most so many, the most asked. */
  readonly most?: number;
}

/** Questions that came to nothing in a period, most asked first. */
export async function readUnanswered(
  { db, sealer }: Executor,
  { from, to, settled = false, most = 2000 }: MissQuery = {},
): Promise<readonly Unanswered[]> {
  const days = await db
    .selectFrom('unanswered_days')
    .select(({ fn }) => ['fingerprint', 'channel', 'why', fn.sum<number | string>('times').as('times')])
    .$if(from !== undefined, (query) => query.where('on_day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('on_day', '<=', to ?? ''))
    .groupBy(['fingerprint', 'channel', 'why'])
    .execute();
  const counts = new Map<string, { times: number; poor: number; channels: Map<string, number> }>();
  for (const { fingerprint, channel, why, times } of days) {
    const count = counts.get(fingerprint) ?? { times: 0, poor: 0, channels: new Map() };
    count.times += Number(times);
    if (why === 'poor') count.poor += Number(times);
    count.channels.set(channel, (count.channels.get(channel) ?? 0) + Number(times));
    counts.set(fingerprint, count);
  }
  const rows = await db.selectFrom('unanswered').selectAll().orderBy('last_at', 'desc').execute();
  return rows
    .flatMap((row) => {
      const count = counts.get(row.fingerprint);
      const again = row.settled === 'drafted' && row.last_at > (row.settled_at ?? '');
      return count && (settled || row.settled === null || again) ? [{ row, count }] : [];
    })
    .sort((a, b) => b.count.times - a.count.times || (a.row.last_at < b.row.last_at ? 1 : -1))
    .slice(0, most)
    .map(({ row, count }) => ({
      fingerprint: row.fingerprint,
      question: sealer.open(placeOf(row.fingerprint), row.question),
      nearest: row.nearest,
      times: count.times,
      channels: [...count.channels].toSorted((a, b) => b[1] - a[1]).map(([channel]) => channel),
      poor: count.poor,
      firstAt: row.first_at,
      lastAt: row.last_at,
      settled: row.settled,
      draft: row.draft,
    }));
}

export interface Settling {
  readonly settled: 'dismissed' | 'drafted';
  readonly by: number;
  readonly now: Date;
  readonly draft?: number;
  /** Why they are dismissed; kept sealed. */
  readonly reason?: string;
}

/** Says what became of these questions. Returns how many of them there were. */
export async function settleUnanswered(
  { db, sealer }: Executor,
  fingerprints: readonly string[],
  { settled, by, now, draft, reason }: Settling,
): Promise<number> {
  let many = 0;
  for (const fingerprint of fingerprints) {
    const sealed = reason === undefined ? null : sealer.seal(placeOf(fingerprint, 'reason'), reason);
    const { numUpdatedRows } = await db
      .updateTable('unanswered')
      .set({ settled, settled_at: now.toISOString(), settled_by: by, draft: draft ?? null, reason: sealed })
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst();
    many += Number(numUpdatedRows);
  }
  return many;
}

/** The questions of these fingerprints, in the order given; those that are gone are left out. */
export async function openUnanswered(
  { db, sealer }: Executor,
  fingerprints: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('unanswered')
    .select(['fingerprint', 'question'])
    .where(isAmong('fingerprint', fingerprints))
    .execute();
  const found = new Map(rows.map((row) => [row.fingerprint, row.question]));
  return fingerprints.flatMap((fingerprint) => {
    const sealed = found.get(fingerprint);
    return sealed ? [sealer.open(placeOf(fingerprint), sealed)] : [];
  });
}
