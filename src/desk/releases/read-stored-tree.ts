import { DeskError } from '../../errors.ts';
import { type KnowledgeTree, unpackTree } from '../../knowledge/index.ts';
import { type Executor, findReleaseContent } from '../../store/index.ts';

/** @throws DeskError NOT_FOUND when the database keeps no such release, SEALED_BROKEN when it is damaged */
export async function readStoredTree(executor: Executor, hash: string): Promise<KnowledgeTree> {
  const content = await findReleaseContent(executor, hash);
  if (content === undefined) throw new DeskError('NOT_FOUND', `no release ${hash}`);
  return unpackTree(content, hash);
}
