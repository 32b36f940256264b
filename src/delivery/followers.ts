import type { TranscriptLine } from '../channel/desk.ts';
import type { Logger } from '../logger.ts';

type Listener = (line: TranscriptLine) => void;

/** Who listens to which conversation, in this process. Nothing is lost with it: the transcript is read back by number. */
export interface Followers {
  readonly follow: (conversation: string, listener: Listener) => () => void;
  /** Tells lines just stored, or just read: those told before are left out. True when some before them are not told yet. */
  readonly notify: (conversation: string, lines: readonly TranscriptLine[]) => boolean;
  /** Number of the line told last; null when none is known, undefined when nobody follows. */
  readonly told: (conversation: string) => number | null | undefined;
  /** A follower has read up to this line by itself: what comes next is told. */
  readonly begin: (conversation: string, seq: number) => void;
  /** The conversations somebody follows. */
  readonly list: () => readonly string[];
}

interface Followed {
  readonly listeners: Set<Listener>;
  told: number | null;
}

export function createFollowers(logger: Logger): Followers {
  const followed = new Map<string, Followed>();

  function tell(listener: Listener, line: TranscriptLine): void {
    try {
      listener(line);
    } catch (error) {
      logger.error({ error: String(error) }, 'a follower failed');
    }
  }

  return {
    follow(conversation, listener) {
      const group = followed.get(conversation) ?? { listeners: new Set(), told: null };
      // Wrapped, so that the same function following twice is told twice and leaves once.
      const own: Listener = (line) => listener(line);
      group.listeners.add(own);
      followed.set(conversation, group);
      return () => {
        group.listeners.delete(own);
        if (group.listeners.size === 0 && followed.get(conversation) === group) followed.delete(conversation);
      };
    },
    notify(conversation, lines) {
      const group = followed.get(conversation);
      if (!group) return false;
      const { told } = group;
      const fresh = lines.filter((line) => told === null || line.seq > told);
      const [first, last] = [fresh[0], fresh.at(-1)];
      if (!first || !last) return false;
      // Somebody else has stored lines before these: they come first.
      if (told !== null && first.seq > told + 1) return true;
      group.told = last.seq;
      const listeners = [...group.listeners];
      for (const line of fresh) for (const listener of listeners) tell(listener, line);
      return false;
    },
    begin(conversation, seq) {
      const group = followed.get(conversation);
      if (group) group.told ??= seq;
    },
    told: (conversation) => followed.get(conversation)?.told,
    list: () => [...followed.keys()],
  };
}
