import type { Capabilities } from '../../channel/capabilities.ts';

/** Spaces messages out as a platform wants them over all conversations. */
export interface SendLimit {
  /** Takes one message's room; false when there is none now. */
  readonly take: (now: Date) => boolean;
  /** When there is room again. */
  readonly nextRoom: (now: Date) => Date;
}

/** At most `most` messages in any `perMs` milliseconds. Only remembered here: after a restart the platform itself says when it is too much. */
export function createSendLimit({ most, perMs }: Capabilities['rate']): SendLimit {
  let taken: number[] = [];
  return {
    take(now) {
      const at = now.getTime();
      taken = taken.filter((each) => each > at - perMs);
      if (taken.length >= most) return false;
      taken.push(at);
      return true;
    },
    nextRoom(now) {
      const oldest = taken.at(-most);
      return new Date(oldest === undefined ? now.getTime() : oldest + perMs);
    },
  };
}
