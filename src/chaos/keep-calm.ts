/** Counts the time in which nothing is broken. */
export interface Calm {
  /** Milliseconds so far. */
  readonly read: () => number;
  readonly stop: () => void;
}

/** Between two looks; what breaks and is mended in between counts as calm. */
const LOOK_MS = 50;

/** `isCalm` is asked all the time. A pause of this very program, which a busy machine makes, counts as one look. */
export function keepCalm(isCalm: () => boolean): Calm {
  let calm = 0;
  const timer = setInterval(() => {
    if (isCalm()) calm += LOOK_MS;
  }, LOOK_MS);
  return { read: () => calm, stop: () => clearInterval(timer) };
}
