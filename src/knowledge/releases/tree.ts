import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { DeskError } from '../../errors.ts';
import type { KnowledgeLocation } from '../files/read-files.ts';

/**
 * Every file a release is made of, by path: `knowledge/<authority>/…`, `knowledge/national/…`, `messages/<locale>/…`.
 * Paths are in order, so that equal trees are written alike.
 */
export type KnowledgeTree = ReadonlyMap<string, Uint8Array>;

export interface TreeLocation extends KnowledgeLocation {
  readonly messagesDirectory: string;
}

/** The folders of a tree, and where each stands on disk. */
function listRoots({ knowledgeDirectory, messagesDirectory, authority }: TreeLocation) {
  return [
    { folder: `knowledge/${authority}`, directory: join(knowledgeDirectory, authority), pattern: '**/*' },
    { folder: 'knowledge/national', directory: join(knowledgeDirectory, 'national'), pattern: '**/*' },
    { folder: 'messages', directory: messagesDirectory, pattern: '*/*.yaml' },
  ];
}

function sortTree(files: Iterable<readonly [string, Uint8Array]>): KnowledgeTree {
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The tree with a file in it, in the place of one that stood there. */
export function putFile(tree: KnowledgeTree, path: string, bytes: Uint8Array): KnowledgeTree {
  return sortTree(new Map(tree).set(path, bytes));
}

/** Hidden files, and those an editor or Word keeps beside an open one, are no knowledge. */
const isHidden = (path: string) => /(?:^|\/)(?:\.|~\$)|~$/u.test(path);

/** Reads the folders of one authority as they stand. */
export function readTree(location: TreeLocation): KnowledgeTree {
  const files: [string, Uint8Array][] = [];
  for (const { folder, directory, pattern } of listRoots(location)) {
    for (const entry of globSync(pattern, { cwd: directory, withFileTypes: true })) {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(directory.length + 1).replaceAll('\\', '/');
      if (entry.isFile() && !isHidden(path)) files.push([`${folder}/${path}`, readFileSync(full)]);
    }
  }
  return sortTree(files);
}

/** Where a file of a tree stands on disk; undefined for a path that is none of this authority's. */
export function findOnDisk(location: TreeLocation, path: string): string | undefined {
  const root = listRoots(location).find(({ folder }) => path.startsWith(`${folder}/`));
  const inside = root && path.slice(root.folder.length + 1);
  return root && inside && !inside.split('/').includes('..') ? join(root.directory, inside) : undefined;
}

/** SHA-256 over the paths and bytes of a tree, in hex: what a release is known by. */
export function hashTree(tree: KnowledgeTree): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of tree) hash.update(`${JSON.stringify(path)} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

const packedSchema = z.array(z.tuple([z.string(), z.enum(['utf8', 'base64']), z.string()]));

/** A tree as one text that compresses well: gzip of JSON, in base64. */
export function packTree(tree: KnowledgeTree): string {
  const files = [...tree].map(([path, bytes]) => {
    const buffer = Buffer.from(bytes);
    const text = buffer.toString('utf8');
    const plain = Buffer.from(text, 'utf8').equals(buffer);
    return [path, plain ? 'utf8' : 'base64', plain ? text : buffer.toString('base64')];
  });
  return gzipSync(JSON.stringify(files)).toString('base64');
}

/** @throws DeskError SEALED_BROKEN when the content is not what `hash` names */
export function unpackTree(packed: string, hash: string): KnowledgeTree {
  try {
    const files = packedSchema.parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')));
    const tree = sortTree(files.map(([path, form, text]) => [path, Buffer.from(text, form)]));
    if (hashTree(tree) !== hash) throw new Error('another hash');
    return tree;
  } catch (cause) {
    throw new DeskError('SEALED_BROKEN', `release ${hash.slice(0, 12)} is not what was stored: damaged`, { cause });
  }
}

/** Writes the files of a tree to where the location says they stand; nothing is removed. */
export function writeTree(location: TreeLocation, tree: KnowledgeTree): void {
  for (const [path, bytes] of tree) {
    const file = findOnDisk(location, path);
    // Another authority's folder may stand in a release of long ago; it is not ours to write.
    if (file === undefined) continue;
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
