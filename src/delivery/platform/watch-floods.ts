import type { Inbound } from '../../channel/message.ts';

/** More than this in a second is faster than anybody reads. */
const MOST_A_SECOND = 20;
const SECOND_MS = 1000;

/** Knows who writes faster than people do. */
export interface FloodWatch {
  /** Says whether all of the messages, which it counts, come from such. */
  readonly note: (messages: readonly Inbound[]) => boolean;
  /** Whether somebody writes at a pace of people as well. */
  readonly isInCompany: () => boolean;
}

export function createFloodWatch(now: () => Date): FloodWatch {
  let begun = Number.NEGATIVE_INFINITY;
  let before = new Map<string, number>();
  let counts = new Map<string, number>();

  function beginSecond(at: number): void {
    const past = at - begun;
    // Also when the clock was put back.
    if (past >= 0 && past < SECOND_MS) return;
    before = past >= 0 && past < 2 * SECOND_MS ? counts : new Map();
    counts = new Map();
    begun = at;
  }

  const writesMuch = (name: string) => Math.max(counts.get(name) ?? 0, before.get(name) ?? 0) > MOST_A_SECOND;
  const isPeople = (name: string) => !writesMuch(name);

  return {
    note(messages) {
      beginSecond(now().getTime());
      const names = messages.map(({ conversation }) => conversation as string);
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      return names.every(writesMuch);
    },
    isInCompany: () => counts.keys().some(isPeople) || before.keys().some(isPeople),
  };
}
