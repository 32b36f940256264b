import fc from 'fast-check';

/** Text of any code units at all, halves of pairs included, at most `most` long. */
export function anyText(most: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: most })
    .map((units) => String.fromCharCode(...units));
}
