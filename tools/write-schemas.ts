/** Writes `knowledge/schema/*.json`, which editors use to check the knowledge files while somebody types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderSchemas } from '../src/knowledge/render-schemas.ts';

const directory = join(import.meta.dirname, '..', 'knowledge', 'schema');
mkdirSync(directory, { recursive: true });
for (const [name, text] of renderSchemas()) writeFileSync(join(directory, `${name}.json`), text);
