import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import {
  type Claimant,
  claimConversations,
  claimOwed,
  claimPending,
  type Executor,
  type HeldConversation,
  keepAllHeld,
  keepConversation,
  listHolders,
  releaseAllHeld,
  type Store,
  type Wanted,
  wasGivenBack,
} from '../../store/index.ts';

/** What a process that dies held is taken over by another after this long. */
export const LEASE_MS = 30_000;
/** Leases are renewed when this much of them is over. */
const RENEW_MS = 10_000;
/** How often it is asked whether those who hold something are known to be dead. */
const ASK_MS = 5000;

const NOBODY = '';

export interface HolderOptions {
  readonly store: Store;
  readonly work: Claimant['work'];
  readonly channel: string;
  /** Name of this process among all that share the database. */
  readonly holder: string;
  /** Whether a process of that name is known to be dead: its leases need not run out. Default: nobody is. */
  readonly isGone?: ((holder: string) => boolean) | undefined;
  readonly now: () => Date;
}

/**
 * The conversations this process looks after, of all the processes that share the database: each conversation has one
 * that hears it and one that sends to it, so that order holds and no line is sent by two.
 */
export interface ConversationHolder {
  readonly takePending: (wanted: Wanted) => Promise<readonly HeldConversation[]>;
  readonly takeOwed: (wanted: Wanted) => ReturnType<typeof claimOwed>;
  /** One conversation, unless somebody else has it. */
  readonly takeOne: (conversation: string) => Promise<HeldConversation | undefined>;
  /**
   * Within the transaction that writes: stops it when the conversation was lost meanwhile.
   * `until` null keeps it; an instant – now, or when to go on – gives it back then.
   * @throws DeskError LEASE_LOST
   */
  readonly fence: (executor: Executor, held: HeldConversation, until: Date | null) => Promise<void>;
  /** Gives a conversation back; from `from` on anybody may take it. False when it was lost before. */
  readonly giveBack: (executor: Executor, held: HeldConversation, from: Date) => Promise<boolean>;
  /** Renews everything held, when it is time. False, by the clock alone, when it has run out. */
  readonly stayAlive: () => Promise<boolean>;
  /** Whether another process was done with a conversation since an instant. */
  readonly wereOthersHeard: (since: Date) => Promise<boolean>;
  /** Gives everything back, so that nobody has to wait until it runs out. */
  readonly giveAllBack: () => Promise<void>;
}

export function createConversationHolder(options: HolderOptions): ConversationHolder {
  const { store, work, channel, holder, isGone, now } = options;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;

  function claimant(): Claimant {
    const at = now();
    return { work, channel, holder, now: at, until: new Date(at.getTime() + LEASE_MS) };
  }

  /** Leases of the dead run out by themselves; of those known to be dead they are given back at once. */
  async function buryDead(): Promise<void> {
    const at = now();
    if (!isGone || at.getTime() < askedAt + ASK_MS) return;
    askedAt = at.getTime();
    for (const other of await listHolders(store, { work, channel, now: at })) {
      if (other === holder || !isGone(other)) continue;
      await store.transaction((executor) => releaseAllHeld(executor, { work, channel, holder: other, now: at }));
    }
  }

  async function take<T extends readonly unknown[]>(
    claim: (executor: Executor, by: Claimant) => Promise<T>,
  ): Promise<T> {
    await buryDead();
    const by = claimant();
    // Lost with the power, they are held by nobody, and so is this process.
    const taken = await betweenPoints('claim.take', () => store.lightly((executor) => claim(executor, by)));
    // What was held before and has not run out yet sets the time of the next renewal.
    if (by.now.getTime() - renewedAt >= LEASE_MS) renewedAt = by.now.getTime();
    return taken;
  }

  const keep = (executor: Executor, held: HeldConversation, until: Date) =>
    keepConversation(executor, { work, channel, holder, until }, held);

  return {
    takePending: (wanted) => take((executor, by) => claimPending(executor, by, wanted)),
    takeOwed: (wanted) => take((executor, by) => claimOwed(executor, by, wanted)),
    takeOne: async (conversation) =>
      (await take((executor, by) => claimConversations(executor, by, [conversation])))[0],
    async fence(executor, held, until) {
      if (await keep(executor, held, until ?? claimant().until)) return;
      throw new DeskError('LEASE_LOST', 'another process looks after this conversation by now');
    },
    giveBack: (executor, held, from) =>
      keepConversation(
        executor,
        { work, channel, holder, until: from },
        held,
        from.getTime() > now().getTime() ? NOBODY : holder,
      ),
    async stayAlive() {
      const by = claimant();
      const age = by.now.getTime() - renewedAt;
      if (age >= LEASE_MS) return false;
      if (age >= RENEW_MS) {
        renewedAt = by.now.getTime();
        await store.transaction((executor) => keepAllHeld(executor, by));
      }
      return true;
    },
    wereOthersHeard: (since) => wasGivenBack(store, claimant(), since),
    async giveAllBack() {
      try {
        await store.transaction((executor) => releaseAllHeld(executor, claimant()));
      } catch {
        // They run out by themselves.
      }
    },
  };
}
