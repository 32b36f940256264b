import { expect, it } from 'vitest';
import { benchNormalise } from '../../src/bench/normalise.ts';

it('says for every kind of text how its time grows with its length', () => {
  // A clock that ticks once a reading: both lengths then take the same time, a quarter of linear growth.
  let reading = 0;
  const growths = benchNormalise(() => reading++, 100);
  expect(growths.length).toBeGreaterThanOrEqual(5);
  for (const { growth } of growths) expect(growth).toBe(0.25);
});
