import { type Executor, readLeaseHolder, releaseLease, type Store, takeLease } from '../../store/index.ts';

/** A process that dies sending holds the others up this long. */
const LEASE_MS = 30_000;
/** Renewed when this much of it is over. */
const RENEW_MS = 10_000;

/**
 * Who of all the processes that share the database sends for a channel. One does: a platform's rate is counted in one
 * place, and a line is not sent by two.
 */
export interface SenderLease {
  /** Whether this process may send now. Taken, kept and renewed by asking. */
  readonly hold: () => Promise<boolean>;
  /** Whether it still may, by the clock alone: asked between two sends. */
  readonly isLive: () => boolean;
  /** Given back, so that nobody has to wait until it runs out. */
  readonly release: () => Promise<void>;
}

export interface SenderLeaseOptions {
  readonly store: Store;
  readonly channel: string;
  /** Name of this process among all that share the database. */
  readonly holder: string;
  /** Whether a process of that name is known to be dead: its lease need not run out. Default: nobody is. */
  readonly isGone?: ((holder: string) => boolean) | undefined;
  readonly now: () => Date;
}

export function createSenderLease({ store, channel, holder, isGone, now }: SenderLeaseOptions): SenderLease {
  const name = `send:${channel}`;
  let until = 0;

  async function take(executor: Executor, at: Date): Promise<number | undefined> {
    const lease = { now: at, until: new Date(at.getTime() + LEASE_MS) };
    const token = await takeLease(executor, name, holder, lease);
    if (token !== undefined) return lease.until.getTime();
    const other = await readLeaseHolder(executor, name);
    if (other === undefined || !isGone?.(other)) return undefined;
    await releaseLease(executor, name, other, at);
    await takeLease(executor, name, holder, lease);
    return lease.until.getTime();
  }

  const isLive = () => now().getTime() < until;

  return {
    isLive,
    async hold() {
      if (now().getTime() < until - LEASE_MS + RENEW_MS) return true;
      const at = now();
      until = (await store.transaction((executor) => take(executor, at))) ?? 0;
      return until > 0;
    },
    async release() {
      if (until === 0) return;
      until = 0;
      try {
        await store.transaction((executor) => releaseLease(executor, name, holder, now()));
      } catch {
        // It runs out by itself.
      }
    },
  };
}
