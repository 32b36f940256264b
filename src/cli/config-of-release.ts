import type { Config } from '../config.ts';
import { readStoredTree } from '../desk/releases/index.ts';
import { layOut } from '../knowledge/index.ts';
import type { Executor } from '../store/index.ts';
import type { ReleaseConfig } from './open-release.ts';

/** The settings under which a stored release is read: its folders, laid out, and the texts this code came with. */
export async function configOfRelease(config: Config, executor: Executor, hash: string): Promise<ReleaseConfig> {
  const tree = await readStoredTree(executor, hash);
  const place = layOut(config.cacheDirectory, config.authority, { hash, read: () => tree });
  return { ...config, ...place, published: { hash, ownMessagesDirectory: config.messagesDirectory } };
}
