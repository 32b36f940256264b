import type { TranscriptLine } from '../channel/desk.ts';
import type { Logger } from '../logger.ts';

type Listener = (line: TranscriptLine) => void;

/** Who listens to which conversation, in this process. Nothing is lost with it: the transcript is read back by number. */
export interface Followers {
  readonly follow: (conversation: string, listener: Listener) => () => void;
  readonly notify: (conversation: string, lines: readonly TranscriptLine[]) => void;
}

export function createFollowers(logger: Logger): Followers {
  const followed = new Map<string, Set<Listener>>();

  function tell(listener: Listener, line: TranscriptLine): void {
    try {
      listener(line);
    } catch (error) {
      logger.error({ error: String(error) }, 'a follower failed');
    }
  }

  return {
    follow(conversation, listener) {
      const listeners = followed.get(conversation) ?? new Set();
      // Wrapped, so that the same function following twice is told twice and leaves once.
      const own: Listener = (line) => listener(line);
      followed.set(conversation, listeners.add(own));
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && followed.get(conversation) === listeners) followed.delete(conversation);
      };
    },
    notify(conversation, lines) {
      const listeners = [...(followed.get(conversation) ?? [])];
      for (const line of lines) for (const listener of listeners) tell(listener, line);
    },
  };
}
