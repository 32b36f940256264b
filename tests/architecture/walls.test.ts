import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileExists, type Import, listSources, ROOT, readImports } from './imports.ts';

const sources = listSources();
const imports = sources.flatMap(readImports);
const show = (found: readonly Import[]) => found.map((each) => `${each.from} → ${each.to}`);
const room = (path: string) => path.split('/').slice(0, 2).join('/');

/** Rooms that take data and a clock as arguments and do no I/O. */
const PURE = ['src/conversation', 'src/jurisdiction', 'src/figures', 'src/requests', 'src/channel'];
/** Small modules every room and adapter may use. */
const KERNEL = new Set([
  'src/errors.ts',
  'src/day.ts',
  'src/messages.ts',
  'src/build-assets.ts',
  'src/compile-texts.ts',
]);

describe('walls between the rooms', () => {
  test('every import inside the project points at a file', () => {
    expect(show(imports.filter((each) => each.inside && !fileExists(each.to)))).toEqual([]);
  });

  test('src knows no adapter; only main.ts does', () => {
    const found = imports.filter(
      (each) => each.from.startsWith('src/') && each.to.startsWith('adapters/') && each.from !== 'src/main.ts',
    );
    expect(show(found)).toEqual([]);
  });

  test('an adapter knows the channel contract, the kernel and itself', () => {
    const found = imports.filter((each) => {
      if (!each.from.startsWith('adapters/') || !each.inside || KERNEL.has(each.to)) return false;
      const own = room(each.to) === room(each.from) || each.to.startsWith('adapters/_shared/');
      return !own && !each.to.startsWith('src/channel/') && !each.to.startsWith('messages/');
    });
    expect(show(found)).toEqual([]);
  });

  test('pure rooms do no I/O: no node modules, no store', () => {
    const found = imports.filter(
      (each) => PURE.includes(room(each.from)) && (each.to.startsWith('node:') || each.to.startsWith('src/store/')),
    );
    expect(show(found)).toEqual([]);
  });

  test('reports are read by pure code; only src/imports and src/reports/open know files and their formats', () => {
    const FORMATS = ['mammoth', 'unpdf', 'parse5', 'yauzl', 'read-excel-file/node', 'csv-parse/sync'];
    const found = imports.filter(
      (each) =>
        !each.from.startsWith('src/reports/open/') &&
        !each.from.startsWith('src/imports/') &&
        (FORMATS.includes(each.to) || (room(each.from) === 'src/reports' && each.to.startsWith('node:'))),
    );
    expect(show(found)).toEqual([]);
  });

  test('SQL stands under src/store and in *-store.ts only', () => {
    const found = imports.filter(
      (each) =>
        (each.to === 'kysely' || each.to === 'node:sqlite') &&
        !each.from.startsWith('src/store/') &&
        !each.from.endsWith('-store.ts'),
    );
    expect(show(found)).toEqual([]);
  });

  // In quotes it is a name that Vite replaces in what browsers are served.
  test('process.env is read in config.ts and main.ts only', () => {
    const found = sources.filter(
      (file) =>
        /(?<!')process\.env/u.test(readFileSync(join(ROOT, file), 'utf8')) &&
        !['src/config.ts', 'src/main.ts'].includes(file),
    );
    expect(found).toEqual([]);
  });

  test('modules form no cycles', () => {
    const edges = new Map<string, string[]>();
    for (const each of imports) {
      if (each.inside && !each.typeOnly) edges.set(each.from, [...(edges.get(each.from) ?? []), each.to]);
    }
    const cycles: string[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('files hold one idea: half under 100 lines, none over 300 but tables of data', () => {
    const sizes = sources
      .filter((file) => !file.endsWith('-table.ts') && !file.endsWith('.d.ts'))
      .map((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length)
      .toSorted((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThan(100);
    expect(sizes.at(-1) ?? 0).toBeLessThanOrEqual(300);
  });
});
