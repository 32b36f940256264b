/** Writes `src/documents/templates/letter.docx` and `sheet.docx`, byte for byte the same on every run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplates } from './templates/render-templates.ts';

const directory = join(import.meta.dirname, '..', 'src', 'documents', 'templates');
mkdirSync(directory, { recursive: true });
for (const [layout, bytes] of await renderTemplates()) writeFileSync(join(directory, `${layout}.docx`), bytes);
