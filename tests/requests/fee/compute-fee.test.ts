import { describe, expect, test } from 'vitest';
import { computeFee } from '../../../src/requests/index.ts';

describe('the information-processing fee', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [12, 200],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [45, 5500],
  ])('%i requests of one requester in a month cost %i yuan', (count, amount) => {
    expect(computeFee('item', count).amount).toBe(amount);
  });

  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [150, 1700],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i pages cost %i yuan', (count, amount) => {
    expect(computeFee('volume', count).amount).toBe(amount);
  });

  test('is explained band by band, the free one first', () => {
    expect(computeFee('item', 45).steps).toEqual([
      { from: 1, to: 10, count: 10, price: 0, amount: 0 },
      { from: 11, to: 30, count: 20, price: 100, amount: 2000 },
      { from: 31, to: 40, count: 10, price: 200, amount: 2000 },
      { from: 41, to: 45, count: 5, price: 300, amount: 1500 },
    ]);
  });
});
