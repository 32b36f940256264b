import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashSecret, makeSecret, matchSecret } from '../../src/store/index.ts';
import { createSealer } from '../../src/store/seal.ts';

const sealer = createSealer(new Uint8Array(32).fill(7));

/** Repeatable bytes that look random. */
function seeded(seed: number): (count: number) => Uint8Array {
  let step = 0;
  return (count) => createHash('sha256').update(`${seed}/${step++}`).digest().subarray(0, count);
}

describe('query codes', () => {
  test('are eight characters nobody confuses', () => {
    for (let seed = 0; seed < 500; seed += 1)
      expect(makeSecret(seeded(seed))).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/u);
  });

  test('skip bytes that would favour some characters', () => {
    const bytes = [
      [255, 254, 253, 252],
      [0, 1, 2, 3, 4, 5, 6, 7],
    ].map((each) => Uint8Array.from(each));
    expect(makeSecret(() => bytes.shift() ?? new Uint8Array())).toBe('23456789');
  });

  test('match however they are typed, and only for their own request', () => {
    const stored = hashSecret(sealer, 'SPB-2026-000001', 'BCDF2345');
    expect(stored).not.toContain('BCDF2345');
    for (const typed of ['BCDF2345', 'bcdf 2345', 'BCDF-2345', 'ｂｃｄｆ２３４５']) {
      expect(matchSecret(sealer, 'SPB-2026-000001', typed, stored)).toBe(true);
    }
    expect(matchSecret(sealer, 'SPB-2026-000001', 'BCDF2346', stored)).toBe(false);
    expect(matchSecret(sealer, 'SPB-2026-000002', 'BCDF2345', stored)).toBe(false);
  });

  test('never match a request that does not exist, not even with an empty code', () => {
    expect(matchSecret(sealer, 'SPB-2026-000009', '', undefined)).toBe(false);
  });
});
