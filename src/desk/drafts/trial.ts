import type { GateResult } from '../../eval/gate/compare-releases.ts';
import type { KnowledgeTree, Problem } from '../../knowledge/index.ts';

/** A release by its hash, with its files. */
export interface NamedTree {
  readonly hash: string;
  readonly tree: KnowledgeTree;
}

/** What trying a release brought: what keeps it from being served, and what becomes of every test question. */
export interface Trial {
  readonly problems: readonly Problem[];
  /** null while there are errors: it cannot be asked. */
  readonly gate: GateResult | null;
}

/**
 * Tries a release beside the one served. It takes seconds of a processor, so it is done in a process of its own, after
 * everything that answers citizens.
 */
export type TryRelease = (served: NamedTree, tried: NamedTree) => Promise<Trial>;
