import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { spellControls } from '../../src/channel/spell-controls.ts';
import { print } from '../../src/cli/context.ts';

test.each([
  ['\u001b[2J\u001b[31m已办结\u001b[0m', '\\u001b[2J\\u001b[31m已办结\\u001b[0m'],
  ['\u009b2J', '\\u009b2J'],
  ['公开\b\b不公开\u0007', '公开\\u0008\\u0008不公开\\u0007'],
  ['已办结\r未办结', '已办结\\u000d未办结'],
  ['第一行\n\t第二行 ☑ 👩‍👩‍👧', '第一行\n\t第二行 ☑ 👩‍👩‍👧'],
])('%j is written as %j', (text, written) => {
  expect(spellControls(text)).toBe(written);
});

test('whatever a command prints cannot steer the terminal it is printed on', () => {
  const written: string[] = [];
  print(new Writable({ write: (chunk, _, done) => done(void written.push(String(chunk))) }), '张三\u001b[2J');
  expect(written).toEqual(['张三\\u001b[2J\n']);
});

test('JSON written so still says the same', () => {
  const value = { text: 'a\u009b2J\u001b[8m' };
  expect(JSON.parse(spellControls(JSON.stringify(value)))).toEqual(value);
});
