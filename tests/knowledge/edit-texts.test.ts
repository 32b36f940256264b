import { describe, expect, test } from 'vitest';
import { listValues } from '../../src/knowledge/edit/check-words.ts';
import { listEntries, readTextEntry, TEXTS } from '../../src/knowledge/edit/index.ts';
import { putMessage, readMessage } from '../../src/knowledge/edit/message-text.ts';
import { readTree } from '../../src/knowledge/index.ts';
import { messages } from '../adapters/web/project.ts';
import { SOUND } from '../desk/api/try-here.ts';

const FILE = `# What is said of a request.
first: one # said first
# About the second.
second: |
  two
  lines
third: "{value}: three" # quoted
last: plain
`;

describe('a text in its catalogue', () => {
  test.each([
    ['first', 'two: # it', 'first: "two: # it" # said first\n'],
    ['first', 'a\nb', 'first: | # said first\n  a\n  b\n'],
    ['second', 'flat', 'second: flat\n'],
    ['second', '  set in\n\nb', 'second: |2\n    set in\n\n  b\n'],
    ['third', '“{value}”', 'third: "“{value}”" # quoted\n'],
    ['last', '2026', 'last: "2026"\n'],
    ['last', 'null', 'last: "null"\n'],
    ['last', '{value}', 'last: "{value}"\n'],
    ['last', '- dash', 'last: "- dash"\n'],
  ])('%s becomes %j, and nothing else changes', (key, words, written) => {
    const changed = putMessage(FILE, key, words) ?? '';
    expect(readMessage(changed, key)?.words).toBe(words);
    expect(changed).toContain(written);
    const others = ['first', 'second', 'third', 'last'].filter((each) => each !== key);
    for (const other of others) expect(readMessage(changed, other)).toEqual(readMessage(FILE, other));
    expect(putMessage(changed, key, readMessage(FILE, key)?.words ?? '')?.match(/#.*/gu)).toEqual(FILE.match(/#.*/gu));
  });

  test('that is not there is not put', () => {
    expect(putMessage(FILE, 'fourth', 'x')).toBeUndefined();
  });

  test('carries the comment above it', () => {
    expect(readMessage(FILE, 'second')?.note).toBe('About the second.');
    expect(readMessage(FILE, 'first')?.note).toBe('');
  });
});

test('every text citizens read opens in both languages, and each of its values has a sample in both', () => {
  const tree = readTree(SOUND);
  const texts = listEntries(tree, messages).filter(({ list }) => list === TEXTS);
  const lacking = texts.flatMap(({ path, id, title, phrasings }) => {
    expect(readTextEntry(tree, path, id)).toContain('en: ');
    return [title, ...phrasings]
      .flatMap(listValues)
      .filter(
        (name) => name !== 'authority' && !(messages['zh-CN'][`sample.${name}`] && messages.en[`sample.${name}`]),
      );
  });
  expect(lacking).toEqual([]);
});
