import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSpeaker, loadMessages, say } from '../src/messages.ts';
import { ROOT } from './architecture/imports.ts';

const messages = loadMessages(join(ROOT, 'messages'));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).toSorted();

test('both languages have the same texts', () => {
  expect(Object.keys(messages.en).toSorted()).toEqual(Object.keys(messages['zh-CN']).toSorted());
});

test('a text takes the same values in both languages', () => {
  const differing = Object.entries(messages['zh-CN'])
    .filter(
      ([key, text]) =>
        [...new Set(placeholders(text))].join() !== [...new Set(placeholders(messages.en[key] ?? ''))].join(),
    )
    .map(([key]) => key);
  expect(differing).toEqual([]);
});

test('a value is put where its name stands, and text that looks like one is left alone', () => {
  const made = { 'zh-CN': { 'x.y': '{a}和{b}' }, en: { 'x.y': '{a} and {b}' } };
  expect(say(made, 'zh-CN', 'x.y', { a: '{b}', b: 2 })).toBe('{b}和2');
  expect(say(made, 'en', 'x.y', { a: 1 })).toBe('1 and {b}');
});

test('an unknown key is reported by name', () => {
  expect(() => say(messages, 'en', 'nowhere.at_all')).toThrow('nowhere.at_all');
});

test('a speaker says what all texts together say, and falls back to Chinese as they do', () => {
  const english = createSpeaker(join(ROOT, 'messages'), 'en');
  expect(english('cli.listening', { address: 'x', ms: 1 })).toBe(
    say(messages, 'en', 'cli.listening', { address: 'x', ms: 1 }),
  );
  expect(() => english('nowhere.at_all')).toThrow('nowhere.at_all');
});
