import { buildJurisdiction, type Jurisdiction } from '../../src/jurisdiction/index.ts';
import { type KnowledgeBase, loadRelease } from '../../src/knowledge/index.ts';

/** The project's own knowledge and the jurisdiction built from it. */
export function openJurisdiction(): { readonly base: KnowledgeBase; readonly jurisdiction: Jurisdiction } {
  const loaded = loadRelease({
    knowledgeDirectory: 'knowledge',
    authority: 'shenyang-petition-bureau',
    messagesDirectory: 'messages',
  });
  if (!('release' in loaded)) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  const { base } = loaded.release;
  return { base, jurisdiction: buildJurisdiction(base) };
}
