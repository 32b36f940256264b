import { expect, test } from 'vitest';
import { openJurisdiction } from './open-jurisdiction.ts';

const { jurisdiction } = openJurisdiction();
const kinds = (text: string) => jurisdiction.findAuthorities(text).map((found) => found.kind?.id);

test.each([
  ['车管所电话多少', 'traffic-police'],
  ['人社局几点下班', 'human-resources'],
  ['以前的国土局归谁了', 'natural-resources'],
  ['工商局在哪', 'market-regulation'],
  ['银保监管不管', 'financial-regulator'],
  ['残联怎么走', 'disabled-federation'],
])('short and old names are known: %s', (text, kind) => {
  expect(kinds(text)).toEqual([kind]);
});

test('an authority on file is found by name, with what is on file', () => {
  expect(jurisdiction.findAuthorities('沈阳市教育局的电话')).toMatchObject([
    { kind: { id: 'education' }, known: { id: 'shenyang-education' }, guessed: false },
  ]);
});

test('a slip of the pen in a long name is guessed and says so', () => {
  expect(jurisdiction.findAuthorities('市场监管管理局电话')[0]).toMatchObject({
    kind: { id: 'market-regulation' },
  });
  expect(jurisdiction.findAuthorities('自然资园局在哪')[0]).toMatchObject({
    kind: { id: 'natural-resources' },
    guessed: true,
  });
});

test('a message without an office names none', () => {
  expect(jurisdiction.findAuthorities('多久能答复')).toEqual([]);
});
