import { join } from 'node:path';
import { loadRelease } from '../../../src/knowledge/index.ts';
import type { DocumentTexts } from '../../../src/requests/documents/compose-document.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The texts that are shipped. */
export function readShippedTexts(): DocumentTexts {
  const loaded = loadRelease({
    knowledgeDirectory: join(ROOT, 'knowledge'),
    authority: 'shenyang-petition-bureau',
    messagesDirectory: join(ROOT, 'messages'),
  });
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.release.base;
}
