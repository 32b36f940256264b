import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryFolders } from '../../../src/cli/knowledge/try-folders.ts';
import { readConfig } from '../../../src/config.ts';
import type { NamedTree, TryRelease } from '../../../src/desk/drafts/index.ts';
import { layOut, type TreeLocation } from '../../../src/knowledge/index.ts';
import { ROOT } from '../../architecture/imports.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/knowledge-sound');

/** The small sound knowledge, read only: what is served while nothing is published. */
export const SOUND: TreeLocation = {
  knowledgeDirectory: FIXTURE,
  messagesDirectory: join(ROOT, 'messages'),
  authority: 'town',
};

/** The knowledge as it is shipped. */
export const SHIPPED: TreeLocation = {
  ...SOUND,
  knowledgeDirectory: join(ROOT, 'knowledge'),
  authority: 'shenyang-petition-bureau',
};

/** Tries releases as the desk does, here instead of in a process apart. */
export const tryHere: TryRelease = async (served, tried) => {
  const cacheDirectory = mkdtempSync(join(tmpdir(), 'desk-try-'));
  try {
    const config = { ...readConfig({ DESK_DATA: cacheDirectory }, cacheDirectory), cacheDirectory, authority: 'town' };
    const configOf = ({ hash, tree }: NamedTree) => ({
      ...config,
      ...layOut(cacheDirectory, 'town', { hash, read: () => tree }),
      published: { hash, ownMessagesDirectory: SOUND.messagesDirectory },
    });
    return tryFolders(configOf(served), configOf(tried), new Date('2026-11-23T02:00:00Z'));
  } finally {
    rmSync(cacheDirectory, { recursive: true, force: true });
  }
};
