import { countPending, type Store } from '../../store/index.ts';

/** How soon it is asked again whether there is room, in milliseconds. */
const ASK_MS = 500;
/** Share of the room that those who write and write may fill: whoever looks for what waits reads past all of theirs. */
const FLOOD_SHARE = 1 / 20;

export interface BacklogOptions {
  readonly store: Store;
  readonly channel: string;
  /** Messages that may wait to be handled, whichever process took them in. */
  readonly most: number;
  readonly now: () => Date;
}

export interface Backlog {
  /** So many more wait. */
  readonly add: (many: number) => void;
  readonly isFull: () => boolean;
  /** Whether those who write faster than people do find no room any more. */
  readonly isFullForFloods: () => boolean;
}

/**
 * Knows when more messages wait to be handled than are soon answered: those that come then are better refused than kept
 * for minutes. The database is asked only when as many have come that it could be so; while it is away nothing is full.
 */
export function createBacklog({ store, channel, most, now }: BacklogOptions): Backlog {
  let known = 0;
  let since = 0;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function ask(): Promise<void> {
    const at = now().getTime();
    // Also when the clock was put back.
    if (Math.abs(at - askedAt) < ASK_MS) return;
    askedAt = at;
    const before = since;
    const waiting = await countPending(store, channel, most).catch(() => 0);
    known = waiting;
    since -= before;
  }

  function isAtLeast(many: number): boolean {
    if (known + since < many) return false;
    void ask();
    return true;
  }

  return {
    add(many) {
      since += many;
      // Counted anew well before anybody is refused: what came since may long have been handled.
      if (known + since > (most * FLOOD_SHARE) / 2) void ask();
    },
    isFull: () => isAtLeast(most),
    isFullForFloods: () => isAtLeast(most * FLOOD_SHARE),
  };
}
