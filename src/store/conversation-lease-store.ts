import type { Executor } from './executor.ts';
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

/** Rows that ran out so long ago nobody works under any more. */
const FORGOTTEN_MS = 24 * 3_600_000;

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
