import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** Entries of a file by their place in its text, so that one is changed and everything else stays byte for byte. */
interface Placed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Columns before its first key. */
  readonly indent: number;
}

function idOf(map: YAMLMap): string {
  const id = map.get('id');
  return typeof id === 'string' ? id : '';
}

function placeEntries(text: string, list: string): Placed[] {
  const sequence = parseDocument(text, { schema: 'core' }).get(list);
  if (!isSeq(sequence)) return [];
  return sequence.items.flatMap((item) => {
    if (!isMap(item) || !item.range) return [];
    const [start, end] = item.range;
    const kept = text.slice(start, end).trimEnd().length;
    const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
    return [{ id: idOf(item), start, end: start + kept, indent }];
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

/** The YAML of one entry as it stands in its file, moved to the left edge. Undefined when there is none of that id. */
export function readEntryText(text: string, list: string, id: string): string | undefined {
  const found = placeEntries(text, list).find((entry) => entry.id === id);
  return found && `${shift(text.slice(found.start, found.end), -found.indent)}\n`;
}

/**
 * The file with an entry put in the place of the one of `id`, or after the last when `id` is null. What stands around it
 * is left as it was written.
 */
export function putEntryText(text: string, list: string, id: string | null, entry: string): string | undefined {
  const entries = placeEntries(text, list);
  const fresh = entry.trim();
  if (id !== null) {
    const found = entries.find((each) => each.id === id);
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
