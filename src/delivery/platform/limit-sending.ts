import type { Capabilities } from '../../channel/capabilities.ts';

/** Spaces messages out as a platform wants them over all conversations. */
export interface SendLimit {
  /** Takes one message's room; false when there is none now. */
  readonly take: (now: Date) => boolean;
  /** When there is room again. */
  readonly nextRoom: (now: Date) => Date;
  /** So many processes send: each takes its part of the room. */
  readonly shareWith: (processes: number) => void;
}

/** At most `most` messages in any `perMs` milliseconds. `most` is shared among the processes that send. Only remembered here: after a restart the platform itself says when it is too much. */
export function createSendLimit({ most, perMs }: Capabilities['rate']): SendLimit {
  const taken: number[] = [];
  let own = most;
  return {
    shareWith(processes) {
      own = Math.max(1, Math.floor(most / processes));
    },
    take(now) {
      const at = now.getTime();
      while ((taken[0] ?? at) <= at - perMs) taken.shift();
      if (taken.length >= own) return false;
      taken.push(at);
      return true;
    },
    nextRoom(now) {
      const oldest = taken.at(-own);
      return new Date(oldest === undefined ? now.getTime() : oldest + perMs);
    },
  };
}
