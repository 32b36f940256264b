import type { Jurisdiction } from '../../src/jurisdiction/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { openShippedRelease } from '../shipped-release.ts';

/** The project's own knowledge and the jurisdiction built from it. */
export function openJurisdiction(): { readonly base: KnowledgeBase; readonly jurisdiction: Jurisdiction } {
  return openShippedRelease();
}
