import { type SqlBool, sql } from 'kysely';
import type { Claimant, HeldConversation } from './conversation-lease-store.ts';
import type { Executor } from './executor.ts';
import { isListed, listNames, type PackedNames, packNames } from './is-listed.ts';
import { selectDueHeads } from './owed-store.ts';
import { platformOf } from './platform.ts';
import { prepareQuery } from './prepare-query.ts';

export interface Wanted {
  /** Conversations left out. */
  readonly without: readonly string[];
  readonly most: number;
}

const NEVER = new Date(0).toISOString();

/** Who asks, and when (ISO 8601). */
interface Asking extends Pick<Claimant, 'work' | 'channel' | 'holder'> {
  readonly at: string;
}

/**
 * True of a conversation nobody else holds. Asked as one value and not whether a row exists, which PostgreSQL makes a join
 * of: without statistics it then reads all leases of the channel for each conversation, instead of one by its key.
 */
function isUntaken({ db }: Pick<Executor, 'db'>, conversation: string, { work, channel, holder, at }: Asking) {
  const taken = db
    .selectFrom('conversation_leases')
    .select('token')
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('conversation', '=', sql.ref<string>(conversation))
    .where('holder', '!=', holder)
    .where('until', '>', at);
  return sql<SqlBool>`${taken} is null`;
}

interface Adding extends Pick<Claimant, 'work' | 'channel'> {
  readonly names: PackedNames;
}

const addLeases = prepareQuery((db, given: Adding) =>
  db
    .insertInto('conversation_leases')
    .columns(['work', 'channel', 'conversation', 'holder', 'token', 'until'])
    .expression(
      db
        .selectFrom(listNames(db, given.names).as('names'))
        .select(({ val, lit }) => [
          val(given.work).as('work'),
          val(given.channel).as('channel'),
          'names.name',
          sql.lit('').as('holder'),
          lit(0).as('token'),
          sql.lit(NEVER).as('until'),
        ])
        // Without a condition SQLite takes the conflict for one of a join.
        .where(sql<SqlBool>`1 = 1`),
    )
    .onConflict((conflict) => conflict.columns(['work', 'channel', 'conversation']).doNothing()),
);

interface Taking extends Asking, Adding {
  readonly until: string;
}

const takeFree = prepareQuery((db, given: Taking) => {
  // Found once and kept: as a part of the update PostgreSQL may look for them, and lock them, once for each lease.
  const free = db
    .selectFrom('conversation_leases')
    .select('conversation')
    .where('work', '=', given.work)
    .where('channel', '=', given.channel)
    .where(isListed(db, 'conversation', given.names))
    .where((eb) => eb.or([eb('until', '<=', given.at), eb('holder', '=', given.holder)]))
    .$if(platformOf(db).skipsLocked, (query) => query.forUpdate().skipLocked());
  return db
    .with(
      (cte) => cte('free').materialized(),
      () => free,
    )
    .updateTable('conversation_leases')
    .set((eb) => ({
      holder: given.holder,
      token: eb
        .case()
        .when('holder', '=', given.holder)
        .then(eb.ref('token'))
        .else(eb('token', '+', 1))
        .end(),
      until: given.until,
    }))
    .where('work', '=', given.work)
    .where('channel', '=', given.channel)
    .where('conversation', 'in', (eb) => eb.selectFrom('free').select('free.conversation'))
    .returning(['conversation', 'token']);
});

/** Takes those of the conversations that nobody else holds. Who else takes at this moment is passed over, not waited for. */
export async function claimConversations(
  { db }: Executor,
  { work, channel, holder, now, until }: Claimant,
  conversations: readonly string[],
): Promise<readonly HeldConversation[]> {
  // In one order, so that two who add the same rows do not wait for each other.
  const sorted = [...new Set(conversations)].sort();
  if (sorted.length === 0) return [];
  const names = packNames(db, sorted);
  await addLeases(db, { work, channel, names });
  const taking = { work, channel, holder, names, at: now.toISOString(), until: until.toISOString() };
  return (await takeFree(db, taking)).rows;
}

/** Held conversations looked at together; those beyond are asked for one by one. */
const HELD_AT_ONCE = 1000;

/**
 * Conversations others hold, found once for all messages: of who floods thousands wait, and each would ask for the lease.
 * In the order of the index, without which PostgreSQL, where it has no statistics, reads all leases there ever were.
 */
function listTaken({ db }: Pick<Executor, 'db'>, { work, channel, holder, at }: Asking) {
  const held = db
    .selectFrom('conversation_leases')
    .select(['work', 'channel', 'holder', 'conversation'])
    .where('until', '>', at)
    .orderBy('until', 'desc')
    .limit(sql.lit(HELD_AT_ONCE));
  return db
    .selectFrom(held.as('held'))
    .select('held.conversation')
    .where('held.work', '=', work)
    .where('held.channel', '=', channel)
    .where('held.holder', '!=', holder);
}

const findPending = prepareQuery((db, given: Asking & { readonly without: PackedNames; readonly most: number }) =>
  db
    .selectFrom('inbox')
    .select('conversation')
    .where('channel', '=', given.channel)
    .where('result', 'is', null)
    .where('set_aside_at', 'is', null)
    .where((eb) => eb.not(isListed(db, 'conversation', given.without)))
    .where('conversation', 'not in', listTaken({ db }, given))
    .where(isUntaken({ db }, 'inbox.conversation', given))
    .orderBy('arrival')
    .limit(given.most)
    .$if(platformOf(db).skipsLocked, (query) => query.forUpdate().skipLocked()),
);

/** Takes conversations with messages to be handled, the longest waiting first. Call within a transaction. */
export async function claimPending(
  executor: Executor,
  claimant: Claimant,
  { without, most }: Wanted,
): Promise<readonly HeldConversation[]> {
  const { db } = executor;
  const { work, channel, holder, now } = claimant;
  const asking = { work, channel, holder, at: now.toISOString(), without: packNames(db, without), most };
  const { rows } = await findPending(db, asking);
  return claimConversations(
    executor,
    claimant,
    rows.map(({ conversation }) => conversation),
  );
}

const findDueHeads = prepareQuery((db, given: Asking & { readonly most: number }) =>
  selectDueHeads({ db }, given.channel, given.at)
    .where(isUntaken({ db }, 'heads.conversation', given))
    .limit(given.most),
);

/** Takes conversations whose next owed line is due, with that line's number. Call within a transaction. */
export async function claimOwed(
  executor: Executor,
  claimant: Claimant,
  { without, most }: Wanted,
): Promise<readonly (HeldConversation & { readonly first: number })[]> {
  const { work, channel, holder, now } = claimant;
  // Those left out are few and may be among the first: so many more are looked at.
  const wanted = { work, channel, holder, at: now.toISOString(), most: most + without.length };
  const { rows } = await findDueHeads(executor.db, wanted);
  const heads = rows.filter(({ conversation }) => !without.includes(conversation)).slice(0, most);
  const first = new Map(heads.map((head) => [head.conversation, head.first]));
  const held = await claimConversations(executor, claimant, [...first.keys()]);
  return held.map((each) => ({ ...each, first: first.get(each.conversation) ?? 0 }));
}
