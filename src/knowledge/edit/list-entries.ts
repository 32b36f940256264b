import { z } from 'zod';
import type { Messages } from '../../messages.ts';
import type { KnowledgeTree } from '../releases/tree.ts';
import { readData } from './read-data.ts';
import { isEditable, listOf } from './schema-of.ts';
import { TEXTS } from './spoken-texts.ts';
import { listTexts } from './text-entry.ts';

/** Something that can be opened for editing. */
export interface ListedEntry {
  readonly path: string;
  /** Key of the list it stands in; null for a file edited as a whole. */
  readonly list: string | null;
  readonly id: string;
  readonly title: string;
  /** What it is about: the subject of its file. */
  readonly topic: string;
  /** Day by which somebody must look at it again. */
  readonly review: string | null;
  /** Last day the newest of its versions is in force, where it ends. */
  readonly until: string | null;
  readonly phrasings: readonly string[];
}

const text = z.string().catch('');
const entrySchema = z.object({
  id: z.string(),
  title: text,
  name: text,
  metric: text,
  review: z.string().nullable().catch(null),
  phrasings: z.array(z.string()).catch([]),
  versions: z.array(z.object({ from: text, to: z.string().optional() })).catch([]),
});
const fileSchema = z.looseObject({ title: text });

/** A file by its place, as lists name it. */
export const nameFile = (path: string) => path.split('/').slice(1).join('/');

function untilOf(versions: z.infer<typeof entrySchema>['versions']): string | null {
  const last = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  return last?.to ?? null;
}

const TITLE = /^title: (["']?)(.+?)\1(?: #.*)?$/mu;

function listWhole(path: string, bytes: Uint8Array): ListedEntry {
  const name = nameFile(path);
  const title = TITLE.exec(Buffer.from(bytes).toString('utf8'))?.[2] ?? name;
  return { path, list: null, id: name, title, topic: '', review: null, until: null, phrasings: [] };
}

function listMembers(path: string, list: string, bytes: Uint8Array): ListedEntry[] {
  // A file that is no YAML is shown as it is, to be mended.
  const file = fileSchema.safeParse(readData(Buffer.from(bytes).toString('utf8')) ?? {});
  const items = file.success && Array.isArray(file.data[list]) ? file.data[list] : [];
  return items.flatMap((item: unknown): ListedEntry[] => {
    const read = entrySchema.safeParse(item);
    if (!read.success) return [];
    const { id, title, name: called, metric, review, phrasings, versions } = read.data;
    const topic = file.success ? file.data.title : '';
    return [
      { path, list, id, title: title || called || metric || id, topic, review, until: untilOf(versions), phrasings },
    ];
  });
}

function listWords(tree: KnowledgeTree, path: string, messages: Messages): ListedEntry[] {
  return listTexts(tree, path, messages).map(({ key, words, others }) => ({
    path,
    list: TEXTS,
    id: key,
    title: words,
    topic: nameFile(path).slice('zh-CN/'.length, -'.yaml'.length),
    review: null,
    until: null,
    phrasings: others,
  }));
}

/**
 * Everything of a tree that people edit: entries one by one where a file is a list of them, the texts `messages` still
 * has, and every file as a whole.
 */
export function listEntries(tree: KnowledgeTree, messages: Messages): ListedEntry[] {
  return [...tree].flatMap(([path, bytes]) => {
    if (!isEditable(path)) return [];
    const list = listOf(path);
    if (list === TEXTS) return [...listWords(tree, path, messages), listWhole(path, bytes)];
    return [...(list === undefined ? [] : listMembers(path, list, bytes)), listWhole(path, bytes)];
  });
}
