import type { FieldPath } from '../files/problem.ts';
import type { KnowledgeFiles } from '../files/read-files.ts';
import type { DocumentPart, DocumentRow } from '../schema/document.ts';
import { place } from './rule.ts';

/** Something a document's file says, with its place: a text, a fact named by itself, or a column's text. */
export interface DocumentString {
  readonly file: string;
  readonly path: FieldPath;
  readonly value: string;
  readonly is: 'text' | 'fact' | 'column';
  /** Days on which it may be printed. */
  readonly from: string;
  readonly to: string | undefined;
  /** For a column: the list its rows come from. */
  readonly list?: string;
}

/** First day of 711号令, last day of 492号令. What follows the older one cites the law it followed. */
const PERIODS = {
  '2019': { from: '2019-05-15', to: undefined },
  '2007': { from: '2008-05-01', to: '2019-05-14' },
} as const;

type Say = (path: FieldPath, value: string | undefined, is: DocumentString['is'], list?: string) => void;

function listConditions(path: FieldPath, part: DocumentPart | DocumentRow, say: Say): void {
  if (typeof part === 'string') return;
  say([...path, 'when'], part.when, 'fact');
  say([...path, 'unless'], part.unless, 'fact');
}

function listRow(path: FieldPath, row: DocumentRow, say: Say): void {
  listConditions(path, row, say);
  if ('value' in row) say([...path, 'value'], row.value, 'text');
  if ('pick' in row) say([...path, 'pick'], row.pick, 'fact');
}

function listPart(path: FieldPath, part: DocumentPart, say: Say): void {
  listConditions(path, part, say);
  if (typeof part === 'string') say(path, part, 'text');
  else if ('text' in part) say([...path, 'text'], part.text, 'text');
  else if ('heading' in part) say([...path, 'heading'], part.heading, 'text');
  else if ('boxes' in part)
    for (const [index, box] of part.boxes.entries()) say([...path, 'boxes', index], box, 'text');
  else if ('fields' in part)
    for (const [index, row] of part.fields.entries()) listRow([...path, 'fields', index], row, say);
  else {
    say([...path, 'each'], part.each, 'fact');
    for (const [index, { value }] of part.columns.entries())
      say([...path, 'columns', index, 'value'], value, 'column', part.each);
  }
}

export type DocumentTextFiles = Pick<KnowledgeFiles, 'documents' | 'letterhead'>;

/** Everything the documents and the letterhead say, with the days it may be printed on. */
export function listDocumentStrings(files: DocumentTextFiles): DocumentString[] {
  const found: DocumentString[] = [];
  const sayIn =
    (file: string, { from, to }: { readonly from: string; readonly to?: string | undefined }): Say =>
    (path, value, is, list) => {
      if (value !== undefined) found.push({ file, path, value, is, from, to, ...(list === undefined ? {} : { list }) });
    };
  for (const { file, data } of files.documents) {
    const always = sayIn(file, PERIODS[data.versions.some(({ rule }) => rule === '2019') ? '2019' : '2007']);
    always(['addressee'], data.addressee, 'text');
    for (const where of ['opening', 'closing', 'slip'] as const)
      for (const { path, value } of place(file, [where], data[where])) listPart(path, value, always);
    for (const { path, value } of place(file, ['versions'], data.versions))
      for (const part of place(file, [...path, 'body'], value.body))
        listPart(part.path, part.value, sayIn(file, PERIODS[value.rule]));
  }
  if (!files.letterhead) return found;
  const { file, data } = files.letterhead;
  for (const { path, value } of place(file, ['remedies'], data.remedies)) {
    const say = sayIn(file, value);
    say([...path, 'either'], value.either, 'text');
    say([...path, 'refusal'], value.refusal, 'text');
  }
  for (const [name, words] of Object.entries(data.words)) {
    const say = sayIn(file, PERIODS['2019']);
    say(['words', name], name, 'fact');
    for (const [value, word] of Object.entries(words)) say(['words', name, value], word, 'text');
  }
  return found;
}
