import { putEntryText, putTextEntry, readEntryText, readTextEntry, TEXTS } from '../../knowledge/edit/index.ts';
import { hashTree, type KnowledgeTree, putFile } from '../../knowledge/index.ts';
import type { Draft } from './draft-store.ts';
import type { NamedTree } from './trial.ts';

type Changed = Pick<Draft, 'path' | 'list' | 'entry' | 'base' | 'text'>;

const decode = (bytes: Uint8Array | undefined) => (bytes ? Buffer.from(bytes).toString('utf8') : undefined);
const ID = /^id:\s*["']?([a-z0-9-]+)/mu;

/** How a draft's entry or file stands in a tree now; empty where it does not. */
export function readCurrent(
  tree: KnowledgeTree,
  { path, list, entry }: Pick<Draft, 'path' | 'list' | 'entry'>,
): string {
  if (list === TEXTS) return entry === null ? '' : (readTextEntry(tree, path, entry) ?? '');
  const file = decode(tree.get(path)) ?? '';
  if (list === null) return file;
  return entry === null ? '' : (readEntryText(file, list, entry) ?? '');
}

/**
 * The tree with a draft's change in it. `conflict`: what it changes is not as it was when the draft was begun, or a new
 * entry's id is taken meanwhile; nothing of others' is ever overwritten.
 */
export function applyDraft(tree: KnowledgeTree, draft: Changed): NamedTree | 'conflict' {
  const { path, list, entry, base, text } = draft;
  if (readCurrent(tree, draft) !== base) return 'conflict';
  if (list === TEXTS) {
    const changed = entry === null ? undefined : putTextEntry(tree, path, entry, text);
    return changed === undefined ? 'conflict' : name(changed);
  }
  const fresh = text.endsWith('\n') ? text : `${text}\n`;
  const put = (text: string) => name(putFile(tree, path, Buffer.from(text, 'utf8')));
  if (list === null) return put(fresh);
  const file = decode(tree.get(path)) ?? `${list}: []\n`;
  const id = ID.exec(text)?.[1];
  if (id !== undefined && id !== entry && readEntryText(file, list, id) !== undefined) return 'conflict';
  const changed = putEntryText(file, list, entry, fresh);
  return changed === undefined ? 'conflict' : put(changed);
}

function name(tree: KnowledgeTree): NamedTree {
  return { hash: hashTree(tree), tree };
}
