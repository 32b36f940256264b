import type { Inbound } from '../../channel/message.ts';
import { readHandled, type Store } from '../../store/index.ts';

/** How soon a message handled by another process is noticed when no notice came. */
const LOOK_MS = 250;

type Key = Omit<Inbound, 'body'>;

/** Those who wait for messages to be handled, by whichever process. */
export interface HandledWaiters {
  /** Resolves once the message has been handled, now or before. */
  readonly whenHandled: (key: Key) => Promise<void>;
  /** It was handled by this process. */
  readonly tell: (key: Key) => void;
  /** Looks whether others have handled something. Never throws. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

const nameOf = ({ conversation, id }: Pick<Key, 'conversation' | 'id'>) => JSON.stringify([conversation, id]);

export function createHandledWaiters(store: Store, channel: string): HandledWaiters {
  const waiting = new Map<string, PromiseWithResolvers<void> & { readonly key: Key }>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function tell(key: Pick<Key, 'conversation' | 'id'>): void {
    const name = nameOf(key);
    waiting.get(name)?.resolve();
    waiting.delete(name);
    if (waiting.size === 0) stop();
  }

  async function readOnce(): Promise<void> {
    if (waiting.size === 0) return;
    try {
      const keys = [...waiting.values()].map(({ key }) => key);
      for (const key of await readHandled(store, channel, keys)) tell(key);
    } catch {
      // Asked again in a moment.
    }
  }

  function look(): Promise<void> {
    looking ??= readOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    async whenHandled(key) {
      const name = nameOf(key);
      const known = waiting.get(name) ?? { ...Promise.withResolvers<void>(), key };
      waiting.set(name, known);
      timer ??= setInterval(() => void look(), LOOK_MS).unref();
      await looking;
      await look();
      return known.promise;
    },
    tell,
    look,
    stop,
  };
}
