import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Executor } from './executor.ts';
import { isAmong, isNotAmong } from './is-among.ts';
import { selectDueHeads } from './owed-store.ts';
import { prepareQuery } from './prepare-query.ts';
import type { ConversationLeasesTable, Tables } from './tables.ts';

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

/** True of a lease that may be taken: it ran out, or it is the claimant's own. */
function isFree({ holder, now }: Claimant) {
  return (eb: ExpressionBuilder<Tables, 'conversation_leases'>): Expression<SqlBool> =>
    eb.or([eb('conversation_leases.until', '<=', now.toISOString()), eb('conversation_leases.holder', '=', holder)]);
}

/** Who asks, and when (ISO 8601). */
interface Asking extends Pick<Claimant, 'work' | 'channel' | 'holder'> {
  readonly at: string;
}

/** True of a conversation somebody else holds: looked up for each by its key, which costs less than a list of all. */
function isTaken({ db }: Pick<Executor, 'db'>, conversation: string, { work, channel, holder, at }: Asking) {
  const taken = db
    .selectFrom('conversation_leases')
    .select('token')
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('conversation', '=', sql.ref<string>(conversation))
    .where('holder', '!=', holder)
    .where('until', '>', at);
  return sql<SqlBool>`exists ${taken}`;
}

/** Takes those of the conversations that nobody else holds. Who else takes at this moment is passed over, not waited for. */
export async function claimConversations(
  executor: Executor,
  claimant: Claimant,
  conversations: readonly string[],
): Promise<readonly HeldConversation[]> {
  const { db, platform } = executor;
  const { work, channel, holder } = claimant;
  // In one order, so that two who add the same rows do not wait for each other.
  const names = [...new Set(conversations)].sort();
  if (names.length === 0) return [];
  await db
    .insertInto('conversation_leases')
    .values(names.map((conversation) => ({ work, channel, conversation, holder: '', token: 0, until: NEVER })))
    .onConflict((conflict) => conflict.columns(['work', 'channel', 'conversation']).doNothing())
    .execute();
  const free = db
    .selectFrom('conversation_leases')
    .select('conversation')
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where(isAmong('conversation', names))
    .where(isFree(claimant))
    .$if(platform.skipsLocked, (query) => query.forUpdate().skipLocked());
  return db
    .updateTable('conversation_leases')
    .set((eb) => ({
      holder,
      token: eb
        .case()
        .when('holder', '=', holder)
        .then(eb.ref('token'))
        .else(eb('token', '+', 1))
        .end(),
      until: claimant.until.toISOString(),
    }))
    .where('work', '=', work)
    .where('channel', '=', channel)
    .where('conversation', 'in', free)
    .returning(['conversation', 'token'])
    .execute();
}

/** Takes conversations with messages to be handled, the longest waiting first. Call within a transaction. */
export async function claimPending(
  executor: Executor,
  claimant: Claimant,
  { without, most }: Wanted,
): Promise<readonly HeldConversation[]> {
  const rows = await executor.db
    .selectFrom('inbox')
    .select('conversation')
    .where('channel', '=', claimant.channel)
    .where('result', 'is', null)
    .where('set_aside_at', 'is', null)
    .where(isNotAmong('conversation', without))
    .where((eb) => eb.not(isTaken(executor, 'inbox.conversation', { ...claimant, at: claimant.now.toISOString() })))
    .orderBy('arrival')
    .limit(most)
    .$if(executor.platform.skipsLocked, (query) => query.forUpdate().skipLocked())
    .execute();
  return claimConversations(
    executor,
    claimant,
    rows.map(({ conversation }) => conversation),
  );
}

const findDueHeads = prepareQuery((db, given: Asking & { readonly most: number }) =>
  selectDueHeads({ db }, given.channel, given.at)
    .where((eb) => eb.not(isTaken({ db }, 'heads.conversation', given)))
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
