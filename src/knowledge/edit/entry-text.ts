import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** Entries of a file by their place in its text, so that one is changed and everything else stays byte for byte. */
interface Placed {
  readonly map: YAMLMap;
  readonly start: number;
  readonly end: number;
  /** Columns before its first key. */
  readonly indent: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Which entry: by its id, or by values that are its alone. */
export type Which = string | Values;

function findEntry(entries: readonly Placed[], which: Which): Placed | undefined {
  const values = Object.entries(typeof which === 'string' ? { id: which } : which);
  return entries.find(({ map }) => values.every(([key, value]) => map.get(key) === value));
}

function placeEntries(text: string, list: string): Placed[] {
  const sequence = parseDocument(text, { schema: 'core' }).get(list);
  if (!isSeq(sequence)) return [];
  return sequence.items.flatMap((item) => {
    if (!isMap(item) || !item.range) return [];
    const [start, end] = item.range;
    const kept = text.slice(start, end).trimEnd().length;
    const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
    return [{ map: item, start, end: start + kept, indent }];
  });
}

/** Moves every line but the first by so many columns; lines of nothing stay empty. */
function shift(text: string, columns: number): string {
  const [first = '', ...rest] = text.split('\n');
  const move = (line: string) =>
    line.trim() === ''
      ? ''
      : columns >= 0
        ? ' '.repeat(columns) + line
        : line.replace(new RegExp(`^ {0,${-columns}}`, 'u'), '');
  return [first, ...rest.map(move)].join('\n');
}

/** The YAML of one entry as it stands in its file, moved to the left edge. Undefined when there is none. */
export function readEntryText(text: string, list: string, which: Which): string | undefined {
  const found = findEntry(placeEntries(text, list), which);
  return found && `${shift(text.slice(found.start, found.end), -found.indent)}\n`;
}

/**
 * The file with an entry put in the place of `which`, or after the last when that is null. What stands around it
 * is left as it was written.
 */
export function putEntryText(text: string, list: string, which: Which | null, entry: string): string | undefined {
  const entries = placeEntries(text, list);
  const fresh = entry.trim();
  if (which !== null) {
    const found = findEntry(entries, which);
    if (!found) return undefined;
    return text.slice(0, found.start) + shift(fresh, found.indent) + text.slice(found.end);
  }
  const last = entries.at(-1);
  if (!last) {
    const head = text.replace(new RegExp(`^${list}:\\s*(?:\\[\\s*\\])?\\s*$`, 'mu'), `${list}:`);
    const named = new RegExp(`^${list}:$`, 'mu').test(head) ? head.trimEnd() : `${head.trimEnd()}\n${list}:`;
    return `${named.trimStart()}\n  - ${shift(fresh, 4)}\n`;
  }
  const dash = ' '.repeat(Math.max(0, last.indent - 2));
  const gap = list === 'answers' ? '\n\n' : '\n';
  const rest = text.slice(last.end).trimStart();
  return `${text.slice(0, last.end)}${gap}${dash}- ${shift(fresh, last.indent)}\n${rest}`;
}

/** The file without an entry, its dash and its line; what is said around it stays. */
export function dropEntryText(text: string, list: string, which: Which): string {
  const found = findEntry(placeEntries(text, list), which);
  if (!found) return text;
  const start = text.lastIndexOf('\n', found.start) + 1;
  const end = text.indexOf('\n', found.end);
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}
