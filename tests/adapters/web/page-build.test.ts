import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePage } from '../../../adapters/web/index.ts';
import { LOCALES } from '../../../src/messages.ts';
import { ROOT } from './project.ts';

/** A project that holds only what the page is made of, to build and change at will. */
function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'page-build-'));
  for (const locale of LOCALES) {
    mkdirSync(join(root, 'messages', locale), { recursive: true });
    cpSync(join(ROOT, 'messages', locale, 'web.yaml'), join(root, 'messages', locale, 'web.yaml'));
  }
  cpSync(join(ROOT, 'adapters/web'), join(root, 'adapters/web'), { recursive: true });
  cpSync(join(ROOT, 'src'), join(root, 'src'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  cpSync(join(ROOT, 'tsconfig.json'), join(root, 'tsconfig.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const root = copyProject();
let builds = 0;
const build = () => ensurePage(root, () => (builds += 1));
const listBuilt = () => readdirSync(join(root, 'dist/page'), { recursive: true, encoding: 'utf8' }).sort();
const readBuilt = (name: string) => readFileSync(join(root, 'dist/page', name));

beforeAll(build);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the script of the page and of the widget stay under 70 KB compressed, together; charts come when there is one', () => {
  const index = readBuilt('index.html').toString();
  const all = listBuilt().filter((name) => name.endsWith('.js'));
  const scripts = all.filter((name) => name === 'widget.js' || index.includes(name));
  expect(scripts).toHaveLength(2);
  expect(all.filter((name) => !scripts.includes(name))).toEqual([expect.stringMatching(/draw-on-page/u)]);
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readBuilt(name)).length, 0);
  expect(bytes).toBeLessThan(70 * 1024);
});

test('every asset the page names is there and carries its hash', () => {
  const names = [
    ...readBuilt('index.html')
      .toString()
      .matchAll(/(?:src|href)="\.\/([^"]+)"/gu),
  ].map((match) => match[1]);
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    expect(name).toMatch(/^assets\/[\w-]+-[\w-]{8}\.(?:js|css|svg)$/u);
    expect(listBuilt()).toContain(name);
  }
});

test('nothing built asks another site for anything', () => {
  for (const name of listBuilt().filter((file) => /\.(?:css|html)$/u.test(file))) {
    expect(readBuilt(name).toString()).not.toMatch(/(?:https?:)?\/\/[a-z]/u);
  }
});

test('is built once, and again when a source or a text changes', async () => {
  expect(builds).toBe(1);
  await build();
  expect(builds).toBe(1);
  const texts = join(root, 'messages/en/web.yaml');
  writeFileSync(texts, readFileSync(texts, 'utf8').replace(/^title: .*$/mu, 'title: Another Desk'));
  await build();
  expect(builds).toBe(2);
  const script = listBuilt().find((name) => /^assets\/index-.*\.js$/u.test(name)) ?? '';
  expect(readBuilt(script).toString()).toContain('Another Desk');
});
