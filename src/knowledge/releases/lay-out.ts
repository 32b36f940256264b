import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearReleases } from './clear-releases.ts';
import { hashTree, type KnowledgeTree, readTree, type TreeLocation, writeTree } from './tree.ts';

/** Releases are laid out as the folders they were made of, so that whatever reads a folder reads a release. */
function locate(directory: string, authority: string): TreeLocation {
  return {
    knowledgeDirectory: join(directory, 'knowledge'),
    messagesDirectory: join(directory, 'messages'),
    authority,
  };
}

function holds(location: TreeLocation, hash: string): boolean {
  return hashTree(readTree(location)) === hash;
}

/** Of this process alone, where the installation cannot be written; gone with it. */
let temporary: string | undefined;

function openTemporary(): string {
  if (temporary !== undefined) return temporary;
  const folder = mkdtempSync(join(tmpdir(), 'desk-releases-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  temporary = folder;
  return folder;
}

function openFolder(cacheDirectory: string): string {
  try {
    const folder = join(cacheDirectory, 'releases');
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return openTemporary();
  }
}

/** Says that a release is in use, so that its folders are not cleared away. */
function touch(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // It does not stand there yet.
  }
}

/** The folders of a release, laid out under the cache folder unless they stand there already, whole and unchanged. */
export function layOut(
  cacheDirectory: string,
  authority: string,
  { hash, read }: { readonly hash: string; readonly read: () => KnowledgeTree },
): TreeLocation {
  const folder = openFolder(cacheDirectory);
  const place = locate(join(folder, hash), authority);
  touch(join(folder, hash));
  if (holds(place, hash)) return place;
  const making = mkdtempSync(join(folder, 'making-'));
  writeTree(locate(making, authority), read());
  rmSync(join(folder, hash), { recursive: true, force: true });
  try {
    renameSync(making, join(folder, hash));
  } catch {
    // Another process was faster; what it laid out is the same.
    rmSync(making, { recursive: true, force: true });
  }
  touch(join(folder, hash));
  clearReleases(folder, Date.now());
  return place;
}
