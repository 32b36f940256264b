import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSealer, type Place } from '../../src/store/seal.ts';
import { anyText } from './any-text.ts';

const key = new Uint8Array(32).fill(7);
const sealer = createSealer(key);
const place: Place = { table: 'requests', column: 'personal', key: ['SPB-2026-000001'] };
const broken = expect.objectContaining({ code: 'SEALED_BROKEN' });

describe('sealing', () => {
  test('what is sealed opens at its place, whatever it says', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(sealer.open(place, sealer.seal(place, text))).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
      { seed: 1 },
    );
  });

  test.each([
    ['another row', { ...place, key: ['SPB-2026-000002'] }],
    ['another column', { ...place, column: 'description' }],
    ['another table', { ...place, table: 'lines' }],
    ['a key split otherwise', { ...place, key: ['SPB-2026', '000001'] }],
  ])('moved to %s it does not open', (_, elsewhere) => {
    const sealed = sealer.seal(place, '张三');
    expect(() => sealer.open(elsewhere, sealed)).toThrow(broken);
  });

  test('with any one bit turned, or cut anywhere, it does not open', () => {
    const sealed = sealer.seal(place, '张三');
    for (let index = 0; index < sealed.length; index += 1) {
      const turned = Uint8Array.from(sealed);
      turned[index] = (turned[index] ?? 0) ^ 1;
      expect(() => sealer.open(place, turned)).toThrow(broken);
      expect(() => sealer.open(place, sealed.subarray(0, index))).toThrow(broken);
    }
  });

  test('another key does not open it', () => {
    const other = createSealer(new Uint8Array(32).fill(8));
    expect(() => other.open(place, sealer.seal(place, '张三'))).toThrow(broken);
  });

  test('the same text is sealed differently each time', () => {
    const seen = new Set(Array.from({ length: 1000 }, () => Buffer.from(sealer.seal(place, 'x')).toString('hex')));
    expect(seen.size).toBe(1000);
  });

  test('a hash depends on key, purpose and text', () => {
    const hash = sealer.hash('query-code', 'a');
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(sealer.hash('query-code', 'a')).toBe(hash);
    expect(sealer.hash('unanswered', 'a')).not.toBe(hash);
    expect(sealer.hash('query-code', 'b')).not.toBe(hash);
    expect(createSealer(new Uint8Array(32).fill(8)).hash('query-code', 'a')).not.toBe(hash);
  });
});
