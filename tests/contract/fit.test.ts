import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit } from '../../src/channel/fit.ts';
import type { OutMessage } from '../../src/channel/message.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import { fits } from '../../src/channel/split-text.ts';
import { dose } from '../dose.ts';
import { CHANNELS } from './all-channels.ts';
import type { ChannelUnderTest } from './harness.ts';

const WORDS = { sources: '依据' };

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const long = fc
  .tuple(
    fc.array(fc.constantFrom('自收到之日起，', '二十个工作日内。', 'a word ', '👨‍👩‍👧', '\n', '\n\n'), {
      minLength: 1,
    }),
    fc.nat(300),
  )
  .map(([pieces, times]) => `答${pieces.join('').repeat(times)}`);
const choices = fc.array(fc.record({ value: text, label: text }), { maxLength: 14 });
const message: fc.Arbitrary<OutMessage> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.oneof(text, long), choices }),
  fc.record({
    kind: fc.constant('text' as const),
    text,
    sources: fc.array(fc.record({ title: text, article: fc.option(text), url: fc.constant(null) }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('card' as const),
    title: text,
    rows: fc.array(fc.record({ label: text, value: fc.oneof(text, long) }), { maxLength: 8 }),
    text,
    choices,
  }),
  fc.record({ kind: fc.constant('notice' as const), text: fc.oneof(text, long) }),
  fc.record({
    kind: fc.constantFrom('file' as const, 'picture' as const),
    text: fc.oneof(text, long),
    instead: fc.oneof(text, long),
    choices,
    file: fc.record({
      reference: text,
      name: text,
      mediaType: fc.constant('application/pdf'),
      bytes: fc.option(fc.constantFrom(1, 15_000_000, 60_000_000)),
      personal: fc.boolean(),
    }),
  }),
);

const asText = (message: OutMessage): OutMessage =>
  'file' in message ? { kind: 'text', text: message.text, choices: message.choices ?? [] } : message;

test.each(CHANNELS.map((each): [string, ChannelUnderTest] => [each.name, each]))(
  'on %s any message is cut into parts that fit and hold all of its text, in order',
  async (_name, channel) => {
    const { capabilities, close } = await channel.open();
    await close();
    fc.assert(
      fc.property(message, (out) => {
        const parts = fit(out, capabilities, WORDS);
        const said = parts.filter(({ file }) => file === undefined);
        const buttons = said.at(-1)?.choices ?? [];
        const asList = buttons.length > 0 && out.kind !== 'notice' ? { ...out, choices: [] } : out;
        // Where a file goes its words stand ready, and come last.
        const goes = 'file' in out && parts.at(-1)?.file !== undefined;
        const whole = goes ? [renderPlain(asText(asList), WORDS), out.instead] : [renderPlain(asList, WORDS)];
        expect(parts.map((part) => part.text).join('')).toBe(whole.join(''));
        for (const part of parts) expect(fits(part.text, capabilities.text)).toBe(true);
        expect(said.slice(0, -1).flatMap((part) => part.choices)).toEqual([]);
        if (goes) expect(out.file.personal && capabilities.dataResidency === 'overseas').toBe(false);
        expect(buttons.length).toBeLessThanOrEqual(capabilities.choices.most);
        for (const { label } of buttons) expect(fits(label, capabilities.choices.label)).toBe(true);
      }),
      { seed: 32, numRuns: dose(150) },
    );
  },
);
