import { afterAll, expect, vi } from 'vitest';
import { armFailpoints } from '../src/failpoints.ts';

const before = { ...process.env };

/** Files share a process: one that leaves something behind fails, and not the next. */
afterAll(() => {
  armFailpoints(undefined);
  expect(vi.isFakeTimers(), 'clocks are real again').toBe(false);
  expect({ ...process.env }, 'the environment is what it was').toEqual(before);
});
