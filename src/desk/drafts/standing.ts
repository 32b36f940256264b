import { findInForce, hashTree, type KnowledgeTree, readTree, type TreeLocation } from '../../knowledge/index.ts';
import { type Executor, readPublications } from '../../store/index.ts';
import { readStoredTree } from '../releases/index.ts';
import type { NamedTree } from './trial.ts';

/** What is served at an instant: the release in force then, or the folder while nothing is published. */
export interface Standing extends NamedTree {
  readonly of: 'release' | 'folder';
}

/** The last trees read, by hash: a page asks several times in a row. */
const read = new Map<string, KnowledgeTree>();
const KEPT = 3;

async function openTree(executor: Executor, hash: string): Promise<KnowledgeTree> {
  const known = read.get(hash);
  if (known) return known;
  const tree = await readStoredTree(executor, hash);
  read.set(hash, tree);
  for (const old of [...read.keys()].slice(0, -KEPT)) read.delete(old);
  return tree;
}

export async function openStanding(executor: Executor, location: TreeLocation, at: Date): Promise<Standing> {
  const published = findInForce(await readPublications(executor), at);
  if (published) return { of: 'release', hash: published.release, tree: await openTree(executor, published.release) };
  const tree = readTree(location);
  return { of: 'folder', hash: hashTree(tree), tree };
}
