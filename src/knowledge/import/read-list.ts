import { type Locale, type Messages, say } from '../../messages.ts';
import { checkText, listOf, putEntryText, readEntryText, writeYaml } from '../edit/index.ts';
import { spellUsually } from '../search/index.ts';
import { COLUMNS, type Column, type ImportedList, readCell } from './columns.ts';

/** What is wrong in a table, where people see it: its row and column as a spreadsheet counts them, both from 1. */
export interface RowProblem {
  readonly row: number;
  readonly column: number | null;
  readonly heading: string;
  readonly message: string;
  readonly mend: string;
}

export type ReadList =
  | {
      readonly ok: true;
      /** The file with every row in it. */
      readonly text: string;
      readonly added: readonly string[];
      readonly changed: readonly string[];
      readonly same: number;
      /** Headings that name no field; their cells were left out. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface ListOptions {
  /** File of the knowledge the rows go into, and how it stands. */
  readonly path: string;
  readonly text: string;
  readonly messages: Messages;
  readonly locale: Locale;
}

interface Placed extends Column {
  readonly at: number;
}

const plain = (heading: string) => heading.replaceAll(/[\s（(].*$|[\s*：:]/gu, '').toLowerCase();

function placeColumns(heads: readonly string[], columns: readonly Column[]): readonly Placed[] {
  return heads.flatMap((head, at) => {
    const column = columns.find(({ headings }) => headings.includes(plain(head)));
    return column ? [{ ...column, at }] : [];
  });
}

/** An id by how the name sounds: shen-yang-shi-jiao-yu-ju. */
function makeId(name: string): string {
  const syllables = [...name].flatMap(
    (character) => spellUsually(character) ?? (/[a-z0-9]/iu.test(character) ? character.toLowerCase() : []),
  );
  return syllables.join('-');
}

function readRow(cells: readonly string[], columns: readonly Placed[]): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const { at, field, reading } of columns) {
    const value = readCell(cells[at] ?? '', reading);
    const [outer = '', inner] = field.split('.');
    if (value === undefined) continue;
    if (inner === undefined) entry[outer] = value;
    else entry[outer] = { ...(entry[outer] as object | undefined), [inner]: value };
  }
  const called = entry.name ?? entry.title;
  return { id: typeof called === 'string' ? makeId(called) : '', ...entry };
}

/** The name of an entry in the file with this name or title, so that it is changed instead of standing there twice. */
function findByName(text: string, name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const lines = text.split('\n');
  const at = lines.findIndex((line) =>
    new RegExp(`^\\s*(?:name|title): ["']?${RegExp.escape(name)}["']?\\s*$`, 'u').test(line),
  );
  if (at < 0) return undefined;
  const id = lines.slice(0, at + 1).findLast((line) => /^\s*- id: /u.test(line));
  return id?.replace(/^\s*- id: /u, '').trim();
}

function tellNoHead(columns: readonly Column[], { messages, locale }: ListOptions): RowProblem {
  const headings = columns.map(({ headings: [first = ''] }) => first).join(' ');
  const message = say(messages, locale, 'import.no_head');
  return {
    row: 1,
    column: null,
    heading: '',
    message,
    mend: say(messages, locale, 'import.no_head_hint', { headings }),
  };
}

/**
 * Rows of a table put into a file of the knowledge. The first row with a heading that is known is the head. With one bad
 * row nothing is put in, and every bad one is told.
 */
export function readList(of: ImportedList, rows: readonly (readonly string[])[], options: ListOptions): ReadList {
  const { path, messages, locale } = options;
  const list = listOf(path) ?? of;
  const columns: readonly Column[] = COLUMNS[of];
  const head = rows.findIndex((row) => placeColumns(row, columns).length > 1);
  const heads = rows[head] ?? [];
  const placed = placeColumns(heads, columns);
  if (placed.length === 0) return { ok: false, problems: [tellNoHead(columns, options)] };
  const problems: RowProblem[] = [];
  const [added, changed]: [string[], string[]] = [[], []];
  let { text } = options;
  let same = 0;
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index <= head || cells.every((cell) => cell.trim() === '')) continue;
    const entry = readRow(cells, placed);
    const known = findByName(options.text, entry.name ?? entry.title);
    if (known !== undefined && !placed.some(({ field }) => field === 'id')) entry.id = known;
    const written = writeYaml(entry);
    const checked = checkText(path, 'entry', written, { messages, locale });
    const id = String(entry.id);
    const before = seen.get(id);
    if (before !== undefined) {
      const column = placed.find(({ field }) => field === 'name' || field === 'title');
      problems.push({
        row: index + 1,
        column: column ? column.at + 1 : null,
        heading: column ? (heads[column.at] ?? '') : '',
        message: say(messages, locale, 'import.twice', { row: before }),
        mend: say(messages, locale, 'import.twice_hint'),
      });
    }
    seen.set(id, index + 1);
    if (!checked.ok) {
      for (const { field, message, mend } of checked.problems) {
        const named = field.replace(/\.\d+(?:\..*)?$/u, '');
        const column = placed.find((each) => each.field === named || each.field.startsWith(`${named}.`));
        const heading = column
          ? (heads[column.at] ?? '')
          : (columns.find((each) => each.field === named)?.headings[0] ?? named);
        problems.push({ row: index + 1, column: column ? column.at + 1 : null, heading, message, mend });
      }
      continue;
    }
    const current = readEntryText(text, list, id);
    const fresh =
      current === undefined ? putEntryText(text, list, null, written) : putEntryText(text, list, id, written);
    if (current?.trim() === written.trim()) same += 1;
    else (current === undefined ? added : changed).push(id);
    text = fresh ?? text;
  }
  if (problems.length > 0) return { ok: false, problems };
  const ignored = heads.filter((heading, at) => heading.trim() !== '' && !placed.some((each) => each.at === at));
  return { ok: true, text, added, changed, same, ignored };
}
