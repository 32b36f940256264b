import { sql } from 'kysely';
import type { LinkState } from '../../knowledge-links/check-link.ts';
import type { KnownLink } from '../../knowledge-links/list-links.ts';
import type { Executor } from '../../store/index.ts';

/** An address of the knowledge and what became of asking for it; `waiting` before it was asked for in this run. */
export interface CheckedLink extends KnownLink {
  readonly state: LinkState['kind'] | 'waiting';
  /** Status or error; empty where there is nothing to say. */
  readonly why: string;
  /** ISO 8601; null while it waits. */
  readonly checkedAt: string | null;
}

/** Addresses in one statement; databases take a limited number of values. */
const CHUNK = 200;

/** Begins anew: every address waits. Call within a transaction. */
export async function beginLinks({ db }: Executor, links: readonly KnownLink[]): Promise<void> {
  await db.deleteFrom('link_checks').execute();
  const rows = links.map(({ url, places }) => ({
    url,
    places: JSON.stringify(places),
    state: 'waiting' as const,
    why: '',
    checked_at: null,
  }));
  for (let at = 0; at < rows.length; at += CHUNK)
    await db
      .insertInto('link_checks')
      .values(rows.slice(at, at + CHUNK))
      .execute();
}

export async function settleLink({ db }: Executor, url: string, state: LinkState, now: Date): Promise<void> {
  const why = 'why' in state ? state.why : String(state.status);
  await db
    .updateTable('link_checks')
    .set({ state: state.kind, why, checked_at: now.toISOString() })
    .where('url', '=', url)
    .execute();
}

/** How far the run is or was, and every address that does not answer as it should: the dead before the doubtful. */
export async function readLinks({ db }: Executor) {
  const counted = await db
    .selectFrom('link_checks')
    .select(({ fn }) => ['state', fn.countAll().as('count'), fn.max('checked_at').as('at')])
    .groupBy('state')
    .execute();
  const ill = await db
    .selectFrom('link_checks')
    .selectAll()
    .where('state', 'in', ['dead', 'unsure', 'refused'])
    .orderBy(sql`case ${sql.ref('state')} when 'dead' then 0 when 'unsure' then 1 else 2 end`)
    .orderBy('url')
    .execute();
  const total = counted.reduce((sum, { count }) => sum + Number(count), 0);
  const waiting = Number(counted.find(({ state }) => state === 'waiting')?.count ?? 0);
  const at = counted.map((row) => row.at ?? '').toSorted();
  return {
    total,
    checked: total - waiting,
    lastAt: at.at(-1) || null,
    ill: ill.map(
      ({ url, places, state, why, checked_at }): CheckedLink => ({
        url,
        places: JSON.parse(places) as string[],
        state,
        why,
        checkedAt: checked_at,
      }),
    ),
  };
}
