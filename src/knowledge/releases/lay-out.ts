import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

function openFolder(cacheDirectory: string): string {
  try {
    const folder = join(cacheDirectory, 'releases');
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    // Read-only installations keep it where they may.
    return mkdtempSync(join(tmpdir(), 'desk-releases-'));
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
  return place;
}
