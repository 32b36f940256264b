import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGrams, packGrams } from '../../../src/knowledge/search/packed-grams.ts';
import { dose } from '../../dose.ts';

test('grams laid out flat are found as in a map, and nothing else is', () => {
  const gram = fc.string({ minLength: 1, maxLength: 4, unit: 'binary' });
  fc.assert(
    fc.property(fc.uniqueArray(gram, { maxLength: 200 }), fc.array(gram), (grams, others) => {
      const known = new Map(grams.map((each, id) => [each, id]));
      const packed = openGrams(packGrams(known.keys()));
      expect(packed.size).toBe(known.size);
      expect([...packed.keys()]).toEqual(grams);
      for (const each of [...grams, ...others, '']) {
        expect([packed.get(each), packed.has(each)]).toEqual([known.get(each), known.has(each)]);
      }
    }),
    { seed: 11, numRuns: dose(100) },
  );
});
