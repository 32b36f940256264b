import { countHolders, releaseLease, type Store, takeLease } from '../../store/index.ts';
import type { SendLimit } from './limit-sending.ts';

/** A process that has not been heard of for this long sends no more. */
const HERE_MS = 30_000;
const REFRESH_MS = 10_000;

/** This process's share of what a platform takes: the same for each of the processes that send. */
export interface RateShare {
  /** Says that this process sends, and counts those that do, every ten seconds. */
  readonly refresh: () => Promise<void>;
  /** Leaves its share to the others. */
  readonly leave: () => Promise<void>;
}

export interface RateShareOptions {
  readonly store: Store;
  readonly channel: string;
  readonly holder: string;
  readonly limit: SendLimit;
  readonly now: () => Date;
}

export function createRateShare({ store, channel, holder, limit, now }: RateShareOptions): RateShare {
  const group = `send:${channel}:`;
  const name = `${group}${holder}`;
  let refreshedAt = Number.NEGATIVE_INFINITY;
  return {
    async refresh() {
      const at = now();
      if (at.getTime() < refreshedAt + REFRESH_MS) return;
      const until = new Date(at.getTime() + HERE_MS);
      const many = await store.transaction(async (executor) => {
        await takeLease(executor, name, holder, { now: at, until });
        return countHolders(executor, group, at);
      });
      refreshedAt = at.getTime();
      limit.shareWith(many);
    },
    async leave() {
      await store.transaction((executor) => releaseLease(executor, name, holder, now())).catch(() => {});
    },
  };
}
