import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashTree, layOut, readTree } from '../../src/knowledge/index.ts';
import { clearReleases } from '../../src/knowledge/releases/clear-releases.ts';
import { SOUND } from '../desk/api/try-here.ts';

const DAY_S = 86_400;
const NOW_S = Math.floor(Date.now() / 1000);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-clear-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function put(folder: string, name: string, days: number): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'a.yaml'), '');
  utimesSync(join(folder, name), NOW_S - days * DAY_S, NOW_S - days * DAY_S);
}
const hashOf = (digit: number) => String(digit % 10).repeat(62) + String(digit).padStart(2, '0');

test('the last used stay whatever their age, and of the others those read within a month', () => {
  const folder = makeFolder();
  for (let each = 0; each < 10; each += 1) put(folder, hashOf(each), 40 + each);
  clearReleases(folder, NOW_S * 1000);
  expect(readdirSync(folder)).toHaveLength(10);
  put(folder, hashOf(20), 3);
  put(folder, hashOf(21), 50);
  put(folder, 'making-x', 2);
  put(folder, 'making-y', 0);
  put(folder, 'notes', 400);
  clearReleases(folder, NOW_S * 1000);
  const left = readdirSync(folder);
  expect(left).toContain(hashOf(20));
  expect(left).not.toContain(hashOf(21));
  // Ten releases: the nine youngest of the old ones and the new one.
  expect(left).not.toContain(hashOf(9));
  expect(left.filter((name) => name.length === 64)).toHaveLength(10);
  expect(left).toEqual(expect.arrayContaining(['making-y', 'notes']));
  expect(left).not.toContain('making-x');
});

test('a release that is read counts as used from then on, and one that was cleared is laid out again', () => {
  const cache = makeFolder();
  const tree = readTree(SOUND);
  const hash = hashTree(tree);
  const lay = () => layOut(cache, SOUND.authority, { hash, read: () => tree });
  const place = lay();
  const folder = join(cache, 'releases');
  for (let each = 0; each < 12; each += 1) put(folder, hashOf(each), 35);
  utimesSync(join(folder, hash), NOW_S - 99 * DAY_S, NOW_S - 99 * DAY_S);
  lay();
  clearReleases(folder, NOW_S * 1000);
  expect(hashTree(readTree(place))).toBe(hash);
  rmSync(join(folder, hash), { recursive: true });
  expect(hashTree(readTree(lay()))).toBe(hash);
});
