import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlatformAdapter } from '../../src/channel/adapter.ts';
import type { FakePlatform, PersonMessage, PlatformHarness } from '../contract/harness.ts';
import { PLATFORMS } from '../contract/platforms.ts';
import { dose, doseTimeout } from '../dose.ts';

const NOON = new Date('2026-11-23T04:00:00Z');
/** Bodies tried of each platform; `DESK_TEST_DOSE=100000` is the full dose. */
const USUAL = 400;
const MESSAGES: readonly PersonMessage[] = [
  { kind: 'text', id: '1', chat: 'first', text: '公开申请多久答复 😀' },
  { kind: 'choice', id: '2', chat: 'second', value: 'answer/pick-1', label: '选项1', number: 1 },
  { kind: 'file', id: '3', chat: 'first', name: '来信.pdf', bytes: Buffer.from('%PDF-1.4') },
  { kind: 'unsupported', id: '4', chat: 'second' },
];
/** What parsers trip over, put in place of a piece of a genuine delivery. */
const BARBS = [
  '',
  '\0',
  '\ud800',
  '\u202e',
  '"',
  '\\u0000',
  'null',
  '[]',
  '{}',
  '-1',
  '1e999',
  '9007199254740993',
  '__proto__',
  '<',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&x;',
  '<!DOCTYPE x>',
  '[['.repeat(500),
  'a'.repeat(5000),
  '信'.repeat(2000),
];

/** A source of numbers that is the same in every run. */
function createDice(seed: string): (below: number) => number {
  let count = 0;
  return (below) => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE(0) % below;
  };
}

/** A genuine delivery with one to three pieces of it cut out, doubled, or replaced. */
function spoil(genuine: string, roll: (below: number) => number): string {
  let text = genuine;
  for (let left = roll(3) + 1; left > 0; left -= 1) {
    const from = roll(text.length + 1);
    const to = Math.min(text.length, from + roll(12));
    const piece = roll(4) === 0 ? text.slice(from, to).repeat(2) : (BARBS[roll(BARBS.length)] ?? '');
    text = text.slice(0, from) + piece + text.slice(to);
  }
  return roll(20) === 0 ? text.slice(0, roll(text.length + 1)) : text;
}

/** Nothing that was ever a delivery. */
const makeNoise = (roll: (below: number) => number) =>
  String.fromCharCode(...Array.from({ length: roll(200) }, () => roll(65_536)));

describe.each(Object.entries<PlatformHarness>(PLATFORMS))('%s', (name, { module, startFake }) => {
  let fake: FakePlatform;
  let adapter: PlatformAdapter;
  const called: unknown[] = [];
  beforeAll(async () => {
    fake = await startFake(() => NOON);
    const refuse: typeof fetch = async (address) => {
      called.push(address);
      throw new Error('no connection may be opened');
    };
    adapter = await module.open(fake.settings, { now: () => NOON, fetch: refuse, log() {} });
  });
  afterAll(() => fake.stop());

  test('whoever can sign may send anything: it is read, or refused, and nothing else happens', {
    timeout: doseTimeout(USUAL),
  }, async () => {
    const roll = createDice(name);
    const genuine = MESSAGES.map((message) => fake.signed.write(message));
    for (let index = 0; index < dose(USUAL); index += 1) {
      const body = roll(10) === 0 ? makeNoise(roll) : spoil(genuine[index % genuine.length] ?? '', roll);
      const reading = await adapter.read?.(fake.signed.post(body.toWellFormed()));
      if (!reading) throw new Error('it reads deliveries');
      expect([200, 400, 401, 413]).toContain(reading.answer.status);
      for (const { id, conversation, channel, body: said } of reading.kind === 'messages' ? reading.messages : []) {
        expect([channel, conversation.startsWith(`${name}:`), id.length > 0]).toEqual([name, true, true]);
        expect(JSON.stringify(said).isWellFormed()).toBe(true);
        if (said.kind === 'text') expect(said.text.isWellFormed()).toBe(true);
      }
    }
    expect(called).toEqual([]);
  });
});
