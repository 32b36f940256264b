import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawRegimes } from '../../src/knowledge/draw-regime.ts';
import { NEW, OLD } from '../requests/lifecycle/shipped-regimes.ts';

it('the page shows the tables as they are (if not: node tools/write-lifecycle.ts)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/lifecycle.md'), 'utf8');
  expect(drawRegimes([OLD, NEW])).toBe(page);
});
