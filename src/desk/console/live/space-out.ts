/** A list is read again at most this often, in milliseconds, however much changes. */
const EVERY_MS = 3000;
/** Within this long, in milliseconds, all consoles read again: not every one of a big house in the same moment. */
const SPREAD_MS = 400;

export interface SpaceOutOptions {
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Calls back after so many milliseconds, unless what it returns is called. */
  readonly wait: (work: () => void, milliseconds: number) => () => void;
}

/** Does what is asked for soon, each thing once, and not more often than lists are worth reading. */
export function spaceOut(act: (what: string) => void, { now, random, wait }: SpaceOutOptions) {
  const asked = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  let stop: (() => void) | undefined;

  /** At once after a quiet time; while things go on changing, each console at a pace of its own. */
  function pickWait(): number {
    const rest = last + EVERY_MS - now();
    return rest <= 0 ? random() * SPREAD_MS : rest + random() * EVERY_MS;
  }

  function doAll(): void {
    stop = undefined;
    last = now();
    const all = [...asked];
    asked.clear();
    for (const what of all) act(what);
  }

  return {
    ask(what: string): void {
      asked.add(what);
      stop ??= wait(doAll, pickWait());
    },
    stop(): void {
      stop?.();
      stop = undefined;
      asked.clear();
    },
  };
}
