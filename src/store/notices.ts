/**
 * What processes that share a database tell each other. A notice carries nothing: it says that a look is worth while,
 * and whoever listens looks anyway every few seconds, so that a lost notice costs time and nothing else.
 *
 * `inbox:CHANNEL` messages wait · `handled:CHANNEL` some were handled · `outbox:CHANNEL` lines are owed ·
 * `lines:CHANNEL` a transcript grew · `changes` something staff look at changed · `releases` something was published ·
 * `hours` somebody set other hours.
 */
export interface Notices {
  /** Tells listeners, here and in other processes, soon. Never throws. */
  readonly announce: (topic: string) => void;
  /** The function it gives ends it. */
  readonly listen: (topic: string, listener: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Listeners of this process. */
export interface Listeners {
  readonly add: (topic: string, listener: () => void) => () => void;
  readonly tell: (topic: string) => void;
  /** Tells every listener: something may have been missed. */
  readonly tellAll: () => void;
}

export function createListeners(): Listeners {
  const byTopic = new Map<string, Set<() => void>>();
  const tell = (topic: string) => {
    for (const listener of byTopic.get(topic) ?? []) listener();
  };
  return {
    add(topic, listener) {
      const listeners = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    tell,
    tellAll: () => {
      for (const topic of byTopic.keys()) tell(topic);
    },
  };
}

/** Of a topic announced again and again, others are told once in this time. */
const GATHER_MS = 10;

/** Topics that wait to be told to others, each once. */
export interface Gathering {
  readonly add: (topic: string) => void;
  /** Tells what waits; from then on nothing is told. */
  readonly close: () => Promise<void>;
}

/** `tell` never throws. */
export function createGathering(tell: (topics: readonly string[]) => Promise<void>): Gathering {
  const waiting = new Set<string>();
  let flushing: NodeJS.Timeout | undefined;
  let closed = false;
  async function flush(): Promise<void> {
    flushing = undefined;
    const topics = [...waiting];
    waiting.clear();
    await tell(topics);
  }
  return {
    add(topic) {
      if (closed) return;
      waiting.add(topic);
      flushing ??= setTimeout(() => void flush(), GATHER_MS);
    },
    async close() {
      closed = true;
      if (!flushing) return;
      clearTimeout(flushing);
      await flush();
    },
  };
}

/** Where the database tells nobody: listeners of this process hear of it, those of others look by themselves. */
export function createLocalNotices(): Notices {
  const listeners = createListeners();
  return {
    announce: (topic) => void setImmediate(() => listeners.tell(topic)),
    listen: listeners.add,
    close: async () => {},
  };
}
