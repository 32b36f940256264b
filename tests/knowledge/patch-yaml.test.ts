import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { patchYaml, readData } from '../../src/knowledge/edit/index.ts';
import { ROOT } from '../architecture/imports.ts';

const FILE = `# Terms of the regulation.
id: "2019"
title: 条例 # as people call it

clocks:
  # The one of the law.
  - id: statutory
    periods: [{ workdays: 20, basis: { law: ogi-2019, article: 33 } }]
  # The office's own.
  - id: internal
    periods: [{ workdays: 15 }, { workdays: 10, from: 2026-01-01 }]
names: [one, two]
`;

/** The file with another value at a place; undefined takes it away. Read again it holds just that. */
function change(place: readonly (string | number)[], value: unknown, file = FILE): string {
  const document = parseDocument(file, { schema: 'core' });
  if (value === undefined) document.deleteIn(place);
  else document.setIn(place, document.createNode(value));
  const data: Record<string, unknown> = document.toJS();
  const written = patchYaml(file, data);
  expect(readData(written)).toEqual(data);
  return written;
}

describe('data put into a file', () => {
  test.each([
    ['that did not change', ['title'], '条例', '', ''],
    ['of a number', ['clocks', 0, 'periods', 0, 'workdays'], 25, 'workdays: 20', 'workdays: 25'],
    ['of a text', ['title'], '新条例', '条例 #', '新条例 #'],
    ['of a text that could be a number', ['id'], '2026', '2019', '2026'],
    ['of several lines', ['title'], 'a\nb\n', '条例 # as people call it', '| # as people call it\n  a\n  b'],
    ['with one more in a list', ['names', 2], 'three', 'two]', 'two, three]'],
    ['with one less in a list', ['names', 0], undefined, 'one, ', ''],
    ['with one group less', ['clocks', 1, 'periods', 0], undefined, '{ workdays: 15 }, ', ''],
    [
      'with a field less',
      ['clocks', 0, 'periods', 0, 'basis'],
      undefined,
      ', basis: { law: ogi-2019, article: 33 }',
      '',
    ],
    ['with a field more', ['clocks', 1, 'title'], 'x', '2026-01-01 }]', '2026-01-01 }]\n    title: x'],
  ])('%s change nothing else', (_, place, value, old, fresh) => {
    expect(change(place, value)).toBe(FILE.replace(old, fresh));
  });

  test('keep what is noted beside the others when one goes', () => {
    const fewer = change(['clocks', 1], undefined);
    expect(fewer).toContain('# The one of the law.');
    expect(fewer).not.toContain('internal');
  });

  test('part what was written once for two places', () => {
    const twice = 'either: &same both\nrefusal: *same\nother: c # why\n';
    const written = patchYaml(twice, { either: 'a', refusal: 'both', other: 'c' });
    expect(written).toBe('either: a\nrefusal: both\nother: c # why\n');
  });

  test('keep the end of a block a form has trimmed', () => {
    const block = 'a: |\n  one\n  two\nb: x\n';
    expect(patchYaml(block, { a: 'one\ntwo', b: 'y' })).toBe('a: |\n  one\n  two\nb: y\n');
    expect(patchYaml(block, { a: 'one\nthree', b: 'x' })).toBe('a: |\n  one\n  three\nb: x\n');
  });

  test('are written as a whole where there was no YAML to keep', () => {
    expect(patchYaml('', { year: 2027 })).toBe('year: 2027\n');
    expect(patchYaml('a: [', { year: 2027 })).toBe('year: 2027\n');
  });
});

test('every shipped file keeps its comments and all lines but the one that changes', () => {
  const files = globSync('knowledge/shenyang-petition-bureau/{regime,documents}/*.yaml', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const written = patchYaml(text, { ...readData(text), title: '另一个标题' });
    expect(parseDocument(written).errors).toEqual([]);
    expect(written, file).toBe(text.replace(/^title: .*$/mu, 'title: 另一个标题'));
  }
});
