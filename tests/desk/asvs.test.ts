import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../architecture/imports.ts';

/** Requirements of levels 1 and 2 in each section of ASVS 5.0.0, numbered from 1 (of 3.2 the first two, and so on). */
const SECTIONS =
  '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2';

const rows = [
  ...readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8').matchAll(/^\| (\d[\d.–]*) \| [^|]+ \| (\w+) \| ([^\n]*)\|$/gmu),
].map(([, ids = '', stands = '', by = '']) => ({ ids, stands, by }));

/** `1.2.6–1.2.8` written out. */
function expand(ids: string): string[] {
  const [first = '', last = first] = ids.split('–');
  const [section, from, to] = [first.replace(/\.\d+$/u, ''), Number(first.split('.')[2]), Number(last.split('.')[2])];
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
}

test('every requirement of levels 1 and 2 stands in the table once', () => {
  const wanted = SECTIONS.split(' ').flatMap((section) => {
    const [name, count] = section.split(':');
    return Array.from({ length: Number(count) }, (_, index) => `${name}.${index + 1}`);
  });
  expect(wanted).toHaveLength(253);
  expect(rows.flatMap(({ ids }) => expand(ids))).toEqual(wanted);
});

test('each says how it stands, and what it names exists', () => {
  expect(rows.filter(({ stands }) => !['yes', 'house', 'none', 'no'].includes(stands))).toEqual([]);
  const named = rows.flatMap(({ by }) => by.match(/\b(?:tests|src|adapters|docs)\/[\w./-]*[\w/]/gu) ?? []);
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
