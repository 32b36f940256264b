/** Writes `docs/lifecycle.md`, the diagram and the table of every step, from the tables of states and events. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawRegimes } from '../src/knowledge/draw-regime.ts';
import { loadCaseRules } from '../src/knowledge/index.ts';

const root = join(import.meta.dirname, '..');
const loaded = loadCaseRules({
  knowledgeDirectory: join(root, 'knowledge'),
  messagesDirectory: join(root, 'messages'),
  authority: 'shenyang-petition-bureau',
});
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
writeFileSync(join(root, 'docs', 'lifecycle.md'), drawRegimes(loaded.regimes));
