import { rmSync } from 'node:fs';
import {
  compareTrees,
  type FileChange,
  findOnDisk,
  hashTree,
  type KnowledgeTree,
  mergeTrees,
  packTree,
  readTree,
  type Sides,
  type TreeLocation,
  writeTree,
} from '../../knowledge/index.ts';
import { type Executor, findReleaseContent, insertRelease, readReleases } from '../../store/index.ts';
import { readBase, writeBase } from './base-file.ts';
import { readStoredTree } from './read-stored-tree.ts';

/** How folder and database stand to each other. The newest release is what the database has. */
export interface Standing {
  readonly folder: { readonly hash: string; readonly tree: KnowledgeTree };
  /** Absent while the database keeps none. */
  readonly newest?: { readonly hash: string; readonly tree: KnowledgeTree };
  readonly base?: { readonly hash: string; readonly tree: KnowledgeTree };
}

async function readStanding(executor: Executor, location: TreeLocation): Promise<Standing> {
  const tree = readTree(location);
  const folder = { hash: hashTree(tree), tree };
  const [first] = await readReleases(executor);
  if (!first) return { folder };
  const newest = { hash: first.hash, tree: await readStoredTree(executor, first.hash) };
  // Where nothing is noted, a folder that is a release word for word began there.
  for (const hash of [readBase(location), folder.hash]) {
    const known = hash !== undefined && (await findReleaseContent(executor, hash)) !== undefined;
    if (known) return { folder, newest, base: { hash, tree: await readStoredTree(executor, hash) } };
  }
  return { folder, newest };
}

/** Both have changed since they were the same. */
interface Diverged {
  readonly kind: 'diverged';
  /** Files only the database changed: a pull takes them. */
  readonly theirs: readonly FileChange[];
  /** Files both changed, each in another way. */
  readonly conflicts: readonly string[];
}

export type Pushed =
  | { readonly kind: 'same' | 'pushed'; readonly hash: string; readonly changes: readonly FileChange[] }
  | Diverged;

export interface PushOptions {
  readonly by: string;
  readonly now: Date;
  readonly note?: string | undefined;
}

/** Makes a release of the folder. Refused while the database has something the folder has not seen. */
export async function pushFolder(
  executor: Executor,
  location: TreeLocation,
  { by, now, note }: PushOptions,
): Promise<Pushed> {
  const { folder, newest, base } = await readStanding(executor, location);
  const { hash } = folder;
  if (newest?.hash === hash) {
    writeBase(location, hash);
    return { kind: 'same', hash, changes: [] };
  }
  if (newest && base?.hash !== newest.hash) {
    const { taken, conflicts } = mergeTrees(base?.tree, folder.tree, newest.tree);
    return { kind: 'diverged', theirs: taken, conflicts };
  }
  const madeAt = now.toISOString();
  await insertRelease(executor, { hash, content: packTree(folder.tree), madeAt, madeBy: by, note: note ?? null });
  writeBase(location, hash);
  return { kind: 'pushed', hash, changes: compareTrees(newest?.tree, folder.tree) };
}

export type Pulled =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'same' | 'pulled'; readonly hash: string; readonly changes: readonly FileChange[] }
  | Diverged;

function take(location: TreeLocation, tree: KnowledgeTree, changes: readonly FileChange[]): void {
  const written = changes.flatMap(({ path }) => {
    const bytes = tree.get(path);
    return bytes ? [[path, bytes] as const] : [];
  });
  writeTree(location, new Map(written));
  for (const { path, change } of changes) {
    const file = change === 'removed' ? findOnDisk(location, path) : undefined;
    if (file !== undefined) rmSync(file, { force: true });
  }
}

/** Brings the newest release into the folder, file by file. With a conflict nobody has decided about nothing is written. */
export async function pullFolder(executor: Executor, location: TreeLocation, decided: Sides): Promise<Pulled> {
  const { folder, newest, base } = await readStanding(executor, location);
  if (!newest) return { kind: 'nothing' };
  if (newest.hash === folder.hash) {
    writeBase(location, newest.hash);
    return { kind: 'same', hash: newest.hash, changes: [] };
  }
  const { taken, conflicts } = mergeTrees(base?.tree, folder.tree, newest.tree, decided);
  if (conflicts.length > 0) return { kind: 'diverged', theirs: taken, conflicts };
  take(location, newest.tree, taken);
  writeBase(location, newest.hash);
  return { kind: 'pulled', hash: newest.hash, changes: taken };
}
