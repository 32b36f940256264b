import { getPriority } from 'node:os';
import { expect, test } from 'vitest';
import { prepareRealDesk } from '../adapters/web/browser/real-desk.ts';

test.each([
  ['worker', 'gives way to', 5],
  ['web', 'goes before', 0],
] as const)('a process that serves as %s %s the others on its machine', async (role, _what, nice) => {
  const desk = prepareRealDesk('--role', role);
  try {
    await desk.start();
    expect(getPriority(desk.pid())).toBe(Math.max(getPriority(), nice));
  } finally {
    await desk.stop();
  }
});
