import type { Logger } from '../../logger.ts';
import { type Change, readChanges, type Store } from '../../store/index.ts';

/** Told of subjects that changed, each once for all that changed about it since the last time. */
export type OnChanges = (changes: readonly Change[]) => void;

/**
 * Tells what staff look at has changed, whichever process changed it: at once where the database announces it, and by a
 * look at the store a few times a second in any case.
 */
export interface ChangeFeed {
  /** Resolves once nothing that changes from then on is missed. The function it gives ends it. */
  readonly subscribe: (listener: OnChanges) => Promise<() => void>;
  /** Looks now: something was changed by this process. */
  readonly nudge: () => void;
  readonly close: () => void;
}

export interface FeedOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Milliseconds between two looks while somebody listens. Default 400. */
  readonly everyMs?: number;
}

/** Looked at again each time: a transaction may be stored after one that began later, on clocks that are apart. */
export const OVERLAP_MS = 10_000;

export function createChangeFeed({ store, logger, now, everyMs = 400 }: FeedOptions): ChangeFeed {
  const listeners = new Set<OnChanges>();
  let seen = new Map<string, number>();
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => void) | undefined;

  async function look(tell: boolean): Promise<void> {
    const changes = await readChanges(store, new Date(now().getTime() - OVERLAP_MS).toISOString());
    const fresh = changes.filter(({ subject, times }) => seen.get(subject) !== times);
    seen = new Map(changes.map(({ subject, times }) => [subject, times]));
    if (tell && fresh.length > 0) for (const listener of listeners) listener(fresh);
  }

  /** One look at a time; a store that is away is asked again at the next. */
  function lookOnce(tell = true): Promise<void> {
    looking ??= look(tell)
      .catch((error: unknown) => logger.warn({ error: String(error) }, 'changes could not be read'))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  function nudge(): void {
    if (listeners.size > 0) void (looking ?? Promise.resolve()).then(() => lookOnce());
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    unlisten?.();
  }

  return {
    async subscribe(listener) {
      if (timer === undefined) {
        timer = setInterval(() => void lookOnce(), everyMs);
        timer.unref();
        unlisten = store.notices.listen('changes', nudge);
        await lookOnce(false);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    nudge,
    close() {
      listeners.clear();
      stop();
    },
  };
}
