import { onTestFinished } from 'vitest';
import { armFailpoints, type Failpoint } from '../src/failpoints.ts';

/** The n-th pass of such a point from now on fails, as where a process ends there; all others go on. */
export function failAt(matches: (name: Failpoint) => boolean, nth = 1): void {
  let left = nth;
  armFailpoints((name) => {
    if (!matches(name)) return;
    left -= 1;
    if (left === 0) throw new Error(`ends by order at ${name}`);
  });
  onTestFinished(() => armFailpoints(undefined));
}

/** Whoever makes the n-th pass of such a point stops there for ever, as where a process was killed. Resolves when it has. */
export function stopAt(matches: (name: Failpoint) => boolean, nth = 1): Promise<void> {
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  let left = nth;
  armFailpoints((name) => {
    if (!matches(name)) return undefined;
    left -= 1;
    if (left !== 0) return undefined;
    resolve();
    return new Promise<never>(() => {});
  });
  onTestFinished(() => armFailpoints(undefined));
  return stopped;
}
