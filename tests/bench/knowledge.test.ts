import { expect, it } from 'vitest';
import { benchKnowledge } from '../../src/bench/knowledge.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { NOW } from '../store/now.ts';

it('publishes a knowledge base of the size asked for, tells how far it is, and asks it', async () => {
  const shares: number[] = [];
  const result = await benchKnowledge({
    location: breakKnowledge(),
    entries: 120,
    perEntry: 6,
    queries: 40,
    now: () => NOW,
    clock: () => performance.now(),
    memory: () => 1,
    onProgress: (share) => shares.push(share),
  });
  expect(result).toMatchObject({ entries: 120, phrasings: 720 });
  expect(result.top1).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBe(1);
});
