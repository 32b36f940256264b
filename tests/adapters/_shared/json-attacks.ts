import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/channel/adapter.ts';
import { dose, doseTimeout } from '../../dose.ts';

export interface AttackedChannel {
  /** Delivers a body signed as it should be: whoever knows the secret may still send rubbish. */
  readonly read: (body: string) => Promise<Reading>;
  /** Calls the adapter has made. */
  readonly calls: () => number;
  readonly close: () => Promise<void>;
}

const deep = (open: string, close: string) => open.repeat(60_000) + close.repeat(60_000);
const ATTACKS: Readonly<Record<string, string>> = {
  empty: '',
  'a number': '1',
  null: 'null',
  'a list': '[]',
  'lists in lists': deep('[', ']'),
  'objects in objects': `${'{"message":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  'never closed': '{"message":'.repeat(20_000),
  'a key that is a prototype': '{"__proto__":{"kind":"text"},"constructor":{"prototype":{}}}',
  'the same key a thousand times': `{${'"event":{},'.repeat(1000)}"type":"x"}`,
  'a number without end': `{"update_id":${'9'.repeat(5000)}}`,
  'a number beyond all': '{"update_id":1e999999}',
  'half a character': '{"text":"\\ud83d"}',
  'a null character': '{"text":"\\u0000"}',
  'a byte order mark': '\ufeff{}',
  'a comment': '{/* */}',
  'a long string': JSON.stringify({ text: 'a'.repeat(200_000) }),
  'many keys': JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, key) => [`k${key}`, key]))),
};

/** Rubbish in JSON is turned away or passed over: nothing is dispatched, nothing called, nothing thrown. */
export function describeJsonAttacks(openChannel: () => Promise<AttackedChannel>): void {
  describe('in hostile JSON', () => {
    let channel: AttackedChannel;
    beforeAll(async () => {
      channel = await openChannel();
    });
    afterAll(() => channel.close());

    const isTurnedAway = async (body: string): Promise<void> => {
      const reading = await channel.read(body);
      expect([200, 400, 413]).toContain(reading.answer.status);
      if (reading.kind === 'messages') expect(reading.messages).toEqual([]);
    };

    test.each(Object.entries(ATTACKS))('%s', async (_name, body) => {
      await isTurnedAway(body);
      expect(channel.calls()).toBe(0);
    });

    test('of any kind', { timeout: doseTimeout(2000) }, async () => {
      const body = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.json().map((text) => text.slice(0, -1)),
      );
      await fc.assert(fc.asyncProperty(body, isTurnedAway), { seed: 47, numRuns: dose(2000) });
      expect(channel.calls()).toBe(0);
    });
  });
}
