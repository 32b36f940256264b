import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIPHERS, deriveKey } from '../../src/store/cipher.ts';
import { createRing } from '../../src/store/key-ring.ts';
import { createSealer, type Place } from '../../src/store/seal.ts';
import { dose } from '../dose.ts';
import { anyText } from './any-text.ts';

const key = new Uint8Array(32).fill(7);
const place: Place = { table: 'requests', column: 'personal', key: ['SPB-2026-000001'] };
const broken = expect.objectContaining({ code: 'SEALED_BROKEN' });

describe.each(['aes-256-gcm', 'sm4-cbc'] as const)('sealing with %s', (cipher) => {
  const sealer = createSealer(key, { cipher });

  test('what is sealed opens at its place, whatever it says', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(sealer.open(place, sealer.seal(place, text))).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
      { seed: 1, numRuns: dose(100) },
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

describe('a value sealed otherwise', () => {
  const text = '张三 210102199003074516';

  /** As the first version sealed: nothing but a nonce, a tag and the text under the master key. */
  function sealFirst(master: Uint8Array): Uint8Array {
    const bound = Buffer.from(JSON.stringify([place.table, place.column, ...place.key]));
    const body = CIPHERS['aes-256-gcm'].encrypt(deriveKey(master, 'seal/1'), bound, Buffer.from(text));
    return Buffer.concat([Buffer.of(1), body]);
  }

  test('in the first format, or with the other cipher, still opens', () => {
    const [aes, sm4] = [createSealer(key), createSealer(key, { cipher: 'sm4-cbc' })];
    expect(aes.open(place, sealFirst(key))).toBe(text);
    expect(aes.open(place, sm4.seal(place, text))).toBe(text);
    expect(sm4.open(place, aes.seal(place, text))).toBe(text);
    expect([aes.isCurrent(sealFirst(key)), aes.isCurrent(sm4.seal(place, text))]).toEqual([false, false]);
  });

  test('under an earlier key opens while that key is on the ring, and no longer', () => {
    const [old, next] = [key, new Uint8Array(32).fill(9)];
    const both = createSealer(createRing(next, old));
    for (const sealed of [sealFirst(old), createSealer(old).seal(place, text)]) {
      expect(both.open(place, sealed)).toBe(text);
      expect(both.isCurrent(sealed)).toBe(false);
      expect(() => createSealer(next).open(place, sealed)).toThrow(broken);
    }
    expect(createSealer(next).open(place, both.seal(place, text))).toBe(text);
  });

  test('shares its data key with its case, and with nothing else', () => {
    const sealer = createSealer(key);
    const wrapped = (at: Place) => Buffer.from(sealer.seal(at, 'x').subarray(11, 71)).toString('hex');
    const event: Place = { table: 'request_events', column: 'data', key: ['SPB-2026-000001', 1] };
    expect(wrapped(event)).toBe(wrapped(place));
    expect(wrapped({ ...place, key: ['SPB-2026-000002'] })).not.toBe(wrapped(place));
    expect(wrapped({ table: 'lines', column: 'body', key: ['web', 'c1', 1] })).toBe(
      wrapped({ table: 'conversations', column: 'state', key: ['web', 'c1'] }),
    );
  });

  test('seals on with the data key of what it opened of the same case', () => {
    const wrappedIn = (sealed: Uint8Array) => Buffer.from(sealed.subarray(11, 71)).toString('hex');
    const stored = createSealer(key).seal(place, 'x');
    const other = createSealer(key);
    expect(other.open(place, stored)).toBe('x');
    const event: Place = { table: 'request_events', column: 'data', key: ['SPB-2026-000001', 1] };
    expect(wrappedIn(other.seal(event, 'y'))).toBe(wrappedIn(stored));
    const changedOver = createSealer(createRing(new Uint8Array(32).fill(9), key));
    expect(changedOver.open(place, stored)).toBe('x');
    expect(changedOver.isCurrent(changedOver.seal(event, 'y'))).toBe(true);
  });
});
