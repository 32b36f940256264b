import type { KnowledgeTree } from './tree.ts';

/** What became of one file between two trees. */
export type Change = 'added' | 'removed' | 'changed';

export interface FileChange {
  readonly path: string;
  readonly change: Change;
}

const EMPTY: KnowledgeTree = new Map();

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(b);
}

function listPaths(...trees: readonly KnowledgeTree[]): string[] {
  return [...new Set(trees.flatMap((tree) => [...tree.keys()]))].sort();
}

/** Files that differ between two trees, by path. */
export function compareTrees(from: KnowledgeTree = EMPTY, to: KnowledgeTree = EMPTY): FileChange[] {
  return listPaths(from, to)
    .filter((path) => !isSame(from.get(path), to.get(path)))
    .map((path) => ({ path, change: !from.has(path) ? 'added' : to.has(path) ? 'changed' : 'removed' }));
}

/** Whose version of a file is kept, where somebody has decided. */
export type Sides = ReadonlyMap<string, 'ours' | 'theirs'>;

export interface Merged {
  /** What is to be taken from them. */
  readonly taken: readonly FileChange[];
  /** Files both sides changed since they were the same, each in another way, and nobody has decided about. */
  readonly conflicts: readonly string[];
}

/**
 * What of theirs is to be taken into ours, given what was common to both. A file only one side changed is that side's;
 * one both changed alike is no matter; one both changed otherwise is a conflict until somebody decides.
 */
export function mergeTrees(
  base: KnowledgeTree | undefined,
  ours: KnowledgeTree,
  theirs: KnowledgeTree,
  decided: Sides = new Map(),
): Merged {
  const differing = compareTrees(ours, theirs);
  const theirsToTake: FileChange[] = [];
  const conflicts: string[] = [];
  for (const file of differing) {
    const { path } = file;
    const side = decided.get(path);
    const oursAsBase = base !== undefined && isSame(base.get(path), ours.get(path));
    const theirsAsBase = base !== undefined && isSame(base.get(path), theirs.get(path));
    if (side === 'theirs' || (side === undefined && oursAsBase)) theirsToTake.push(file);
    else if (side === undefined && !theirsAsBase) conflicts.push(path);
  }
  return { taken: theirsToTake, conflicts };
}
