import { onTestFinished } from 'vitest';
import { armFailpoints, type Failpoint } from '../src/failpoints.ts';

/** Does something at the n-th pass of such a point from now on; at all others nothing. */
function actAt(matches: (name: Failpoint) => boolean, nth: number, act: (name: Failpoint) => Promise<void>): void {
  let left = nth;
  armFailpoints((name) => {
    if (!matches(name)) return undefined;
    left -= 1;
    return left === 0 ? act(name) : undefined;
  });
  onTestFinished(() => armFailpoints(undefined));
}

/** The n-th pass of such a point from now on fails, as where a process ends there; all others go on. */
export function failAt(matches: (name: Failpoint) => boolean, nth = 1): void {
  actAt(matches, nth, (name) => Promise.reject(new Error(`ends by order at ${name}`)));
}

/** Whoever makes the n-th pass of such a point stops there for ever, as where a process was killed. Resolves when it has. */
export function stopAt(matches: (name: Failpoint) => boolean, nth = 1): Promise<void> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  actAt(matches, nth, () => {
    resolve();
    return new Promise(() => {});
  });
  return stopped;
}
