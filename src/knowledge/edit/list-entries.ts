import { z } from 'zod';
import type { KnowledgeTree } from '../releases/tree.ts';
import { readData } from './read-data.ts';
import { isEditable, listOf } from './schema-of.ts';

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

function listFile(path: string, bytes: Uint8Array): ListedEntry[] {
  const name = nameFile(path);
  const whole: ListedEntry = {
    path,
    list: null,
    id: name,
    title: name,
    topic: '',
    review: null,
    until: null,
    phrasings: [],
  };
  const list = listOf(path);
  if (list === undefined) return [whole];
  // A file that is no YAML is shown as it is, to be mended.
  const file = fileSchema.safeParse(readData(Buffer.from(bytes).toString('utf8')) ?? {});
  const items = file.success && Array.isArray(file.data[list]) ? file.data[list] : [];
  const entries = items.flatMap((item: unknown): ListedEntry[] => {
    const read = entrySchema.safeParse(item);
    if (!read.success) return [];
    const { id, title, name: called, metric, review, phrasings, versions } = read.data;
    const topic = file.success ? file.data.title : '';
    return [
      { path, list, id, title: title || called || metric || id, topic, review, until: untilOf(versions), phrasings },
    ];
  });
  return [...entries, whole];
}

/** Everything of a tree that people edit: entries one by one where a file is a list of them, and every file as a whole. */
export function listEntries(tree: KnowledgeTree): ListedEntry[] {
  return [...tree].flatMap(([path, bytes]) => (isEditable(path) ? listFile(path, bytes) : []));
}
