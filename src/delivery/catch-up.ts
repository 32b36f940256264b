import type { TranscriptLine } from '../channel/desk.ts';
import type { Logger } from '../logger.ts';
import { readLastSeqs, readLines, type Store } from '../store/index.ts';
import type { Followers } from './followers.ts';

/** How soon a line stored by somebody else is noticed. */
const POLL_MS = 2000;

export interface CatchUpOptions {
  readonly store: Store;
  readonly channel: string;
  readonly followers: Followers;
  readonly logger: Logger;
}

/** Tells followers what others have stored: staff at another process, a form finished elsewhere. */
export interface CatchUp {
  /** Never throws: what cannot be read now is told at the next look. */
  readonly run: () => Promise<void>;
  /** Lines after `after`, read for a follower; the others are told of what is new in them. */
  readonly read: (conversation: string, after: number) => Promise<readonly TranscriptLine[]>;
  /** Looks again by itself while somebody follows. */
  readonly watch: () => void;
  readonly stop: () => void;
}

export function createCatchUp({ store, channel, followers, logger }: CatchUpOptions): CatchUp {
  let timer: NodeJS.Timeout | undefined;

  async function tellNew(): Promise<void> {
    for (const { conversation, seq } of await readLastSeqs(store, channel, followers.list())) {
      // Nothing read yet: whoever follows reads what came before by itself, and is told of the newest line at least.
      const known = followers.told(conversation) ?? seq - 1;
      if (seq <= known) continue;
      followers.notify(conversation, await readLines(store, { channel, conversation }, { after: known }));
    }
  }

  async function run(): Promise<void> {
    try {
      await tellNew();
    } catch (error) {
      logger.warn({ channel, error: error instanceof Error ? error.message : 'unknown' }, 'followers wait');
    }
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  async function read(conversation: string, after: number): Promise<readonly TranscriptLine[]> {
    const lines = await readLines(store, { channel, conversation }, { after });
    if (followers.told(conversation) !== null) followers.notify(conversation, lines);
    else {
      // `after` is a reader's word and may lie ahead of what there is.
      const [last] = await readLastSeqs(store, channel, [conversation]);
      followers.begin(conversation, lines.at(-1)?.seq ?? Math.min(after, last?.seq ?? 0));
    }
    return lines;
  }

  return {
    run,
    read,
    watch() {
      timer ??= setInterval(() => (followers.list().length > 0 ? void run() : stop()), POLL_MS).unref();
    },
    stop,
  };
}
