import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderSchemas } from '../../src/knowledge/render-schemas.ts';

const DIRECTORY = join(import.meta.dirname, '../../knowledge/schema');

it('what editors are given is what the product reads (if not: node tools/write-schemas.ts)', () => {
  const rendered = renderSchemas();
  expect(readdirSync(DIRECTORY).sort()).toEqual([...rendered.keys()].map((name) => `${name}.json`).sort());
  for (const [name, text] of rendered) expect(readFileSync(join(DIRECTORY, `${name}.json`), 'utf8')).toBe(text);
});
