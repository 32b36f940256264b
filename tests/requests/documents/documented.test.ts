import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FACT_SHAPES } from '../../../src/requests/documents/placeholders.ts';

it('every fact a text may name is in docs/documents.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/documents.md'), 'utf8');
  expect([...FACT_SHAPES.keys()].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
