import { type SqlBool, sql } from 'kysely';
import type { Executor } from './executor.ts';
import { isListed, listNames, type PackedNames, packNames } from './is-listed.ts';
import { selectDueHeads } from './owed-store.ts';
import { platformOf } from './platform.ts';
import { prepareQuery } from './prepare-query.ts';
import type { ConversationLeasesTable } from './tables.ts';

/** Who asks for conversations of a channel, to hear what came in or to send what is owed. */
export interface Claimant extends Pick<ConversationLeasesTable, 'work' | 'channel' | 'holder'> {
  readonly now: Date;
  /** When the lease runs out by itself. */
  readonly until: Date;
}

/** A conversation held. The token grows when it passes to another holder: work begun under a lower one is stale. */
export type HeldConversation = Pick<ConversationLeasesTable, 'conversation' | 'token'>;

export interface Wanted {
  /** Conversations left out. */
  readonly without: readonly string[];
  readonly most: number;
}

const NEVER = new Date(0).toISOString();
/** Rows that ran out so long ago nobody works under any more. */
const FORGOTTEN_MS = 24 * 3_600_000;

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

interface Kept extends Pick<ConversationLeasesTable, 'work' | 'channel' | 'holder' | 'until'>, HeldConversation {
  /** Who holds it from now on. */
  readonly by: string;
}

const setUntil = prepareQuery((db, given: Kept) =>
  db
    .updateTable('conversation_leases')
    .set({ until: given.until, holder: given.by })
    .where('work', '=', given.work)
    .where('channel', '=', given.channel)
    .where('conversation', '=', given.conversation)
    .where('holder', '=', given.holder)
    .where('token', '=', given.token),
);

/**
 * Keeps a held conversation until an instant – now, to give it back – and says whether it was still held under this
 * token. Asked inside the transaction that writes, it fences the writes: the row is held until the end, so that nobody
 * takes the conversation before what was written is there. Given back for later, it is nobody's (`by` empty) until then:
 * who renews all they hold must not renew this one.
 */
export async function keepConversation(
  { db }: Executor,
  { work, channel, holder, until }: Omit<Claimant, 'now'>,
  { conversation, token }: HeldConversation,
  by = holder,
): Promise<boolean> {
  const kept = { work, channel, holder, conversation, token, by, until: until.toISOString() };
  const { numAffectedRows } = await setUntil(db, kept);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Keeps everything the claimant holds and that has not run out. */
export async function keepAllHeld({ db }: Executor, { work, channel, holder, now, until }: Claimant): Promise<void> {
  await db
    .updateTable('conversation_leases')
    .set({ until: until.toISOString() })
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('holder', '=', holder)
    .where('until', '>', now.toISOString())
    .execute();
}

/** A lease that has longer than this to go, in milliseconds, is held, whatever the clock of who asks; all others were given back. */
const HELD_MS = 10_000;

/** Whether somebody else gave a conversation of a channel back since an instant: they are done with a message of it. */
export async function wasGivenBack(
  { db }: Executor,
  { work, channel, holder, now }: Omit<Claimant, 'until'>,
  since: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('conversation_leases')
    .select('token')
    .where('until', '>', since.toISOString())
    .where('until', '<', new Date(now.getTime() + HELD_MS).toISOString())
    .where('work', '=', work)
    .where('channel', '=', channel)
    // Given back for later it is nobody's: it rests after a failure.
    .where('holder', 'not in', [holder, ''])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who holds any conversation of a channel at this instant. */
export async function listHolders(
  { db }: Executor,
  { work, channel, now }: Pick<Claimant, 'work' | 'channel' | 'now'>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('conversation_leases')
    .select('holder')
    .distinct()
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('until', '>', now.toISOString())
    .execute();
  return rows.map(({ holder }) => holder);
}

/** Gives back everything a holder has: it stops, or is known to be dead. */
export async function releaseAllHeld(
  { db }: Executor,
  { work, channel, holder, now }: Omit<Claimant, 'until'>,
): Promise<void> {
  await db
    .updateTable('conversation_leases')
    .set({ until: now.toISOString() })
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('holder', '=', holder)
    .where('until', '>', now.toISOString())
    .execute();
}

/** Forgets leases that ran out a day ago. */
export async function forgetConversationLeases({ db }: Executor, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_MS).toISOString();
  await db.deleteFrom('conversation_leases').where('until', '<', before).execute();
}
