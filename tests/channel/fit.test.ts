import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Capabilities, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { fit } from '../../src/channel/fit.ts';
import type { OutMessage } from '../../src/channel/message.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import { measureText, splitText } from '../../src/channel/split-text.ts';
import { dose } from '../dose.ts';

const words = { sources: '依据' };
const withButtons: Capabilities = {
  ...PLAIN_CAPABILITIES,
  choices: { most: 3, label: { most: 6, unit: 'characters' } },
};
const ask = (choices: { value: string; label: string }[]): OutMessage => ({
  kind: 'text',
  text: '您要哪一个？',
  choices,
});

describe('choices', () => {
  test('become buttons where every one fits', () => {
    const parts = fit(ask([{ value: 'a', label: '查进度' }]), withButtons, words);
    expect(parts).toEqual([{ text: '您要哪一个？', choices: [{ value: 'a', label: '查进度' }] }]);
  });

  test('become a numbered list where one label is too long', () => {
    const [part] = fit(ask([{ value: 'a', label: '查一查我的申请办到哪一步' }]), withButtons, words);
    expect(part).toEqual({ text: '您要哪一个？\n\n1. 查一查我的申请办到哪一步', choices: [] });
  });

  test('become a numbered list where there are too many, or no buttons at all', () => {
    const four = ['一', '二', '三', '四'].map((label) => ({ value: label, label }));
    expect(fit(ask(four), withButtons, words)[0]?.text).toContain('4. 四');
    expect(fit(ask(four.slice(0, 1)), PLAIN_CAPABILITIES, words)[0]?.text).toContain('1. 一');
  });
});

describe('long text', () => {
  test('is split between sentences, and 汉字 count three bytes', () => {
    expect(splitText('今天办。明天取。后天看。', { most: 24, unit: 'bytes' })).toEqual([
      '今天办。明天取。',
      '后天看。',
    ]);
  });

  test('is split between characters only when a sentence alone is too long, never inside one', () => {
    expect(splitText('👨‍👩‍👧👨‍👩‍👧', { most: 18, unit: 'bytes' })).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  test('parts joined are the text, and every part fits', () => {
    const unit = fc.constantFrom<'characters' | 'bytes'>('characters', 'bytes');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 8, max: 60 }),
        unit,
        (text, most, unit) => {
          const parts = splitText(text, { most, unit });
          expect(parts.join('')).toBe(text);
          for (const part of parts) expect(measureText(part, unit)).toBeLessThanOrEqual(most);
        },
      ),
      { seed: 30, numRuns: dose(2000) },
    );
  });

  test('choices whose value no button can carry become a numbered list', () => {
    const choices = [{ value: 'answer/many-words', label: '多久答复' }];
    const narrow = { ...withButtons, choices: { ...withButtons.choices, value: { most: 10, unit: 'bytes' as const } } };
    expect(fit({ kind: 'text', text: '您好', choices }, narrow, words)).toEqual([
      { text: '您好\n\n1. 多久答复', choices: [] },
    ]);
    const wide = { ...narrow, choices: { ...narrow.choices, value: { most: 17, unit: 'bytes' as const } } };
    expect(fit({ kind: 'text', text: '您好', choices }, wide, words)).toEqual([{ text: '您好', choices }]);
  });

  test('a message of any kind arrives whole and in order', () => {
    const choice = fc.record({ value: fc.string(), label: fc.string({ minLength: 1, maxLength: 12 }) });
    const message = fc.oneof(
      fc.record({
        kind: fc.constant('text' as const),
        text: fc.string({ minLength: 1 }),
        choices: fc.array(choice, { maxLength: 5 }),
      }),
      fc.record({ kind: fc.constant('notice' as const), text: fc.string({ minLength: 1 }) }),
    );
    fc.assert(
      fc.property(message, fc.integer({ min: 8, max: 80 }), (out, most) => {
        const capabilities = { ...withButtons, text: { most, unit: 'bytes' as const } };
        const parts = fit(out, capabilities, words);
        const buttons = parts.at(-1)?.choices ?? [];
        const whole = renderPlain(buttons.length && out.kind === 'text' ? { ...out, choices: [] } : out, words);
        expect(parts.map((part) => part.text).join('')).toBe(whole);
      }),
      { seed: 31, numRuns: dose(1000) },
    );
  });
});
