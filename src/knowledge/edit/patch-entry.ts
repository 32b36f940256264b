import { isMap, isScalar, parseDocument } from 'yaml';
import { putEntryText, readEntryText, type Which } from './entry-text.ts';
import { patchYaml } from './patch-yaml.ts';
import { readData } from './read-data.ts';
import { writeYaml } from './write-yaml.ts';

type Value = string | number | boolean | undefined;

/** A value on one line, wherever it stands: within brackets commas and brackets would end it. */
function writeValue(value: NonNullable<Value>): string {
  const plain = writeYaml(value).trimEnd();
  return /[\n,[\]{}]/u.test(plain) ? JSON.stringify(value) : plain;
}

function patchText(text: string, values: Readonly<Record<string, Value>>): string {
  const entries = Object.entries({ ...readData(text), ...values }).filter(([, value]) => value !== undefined);
  return patchYaml(text, Object.fromEntries(entries));
}

/**
 * The file with some values of one entry set anew, and those that are `undefined` taken out. What else it says, and how
 * it is written, stays.
 */
export function patchEntryText(
  text: string,
  list: string,
  which: Which,
  values: Readonly<Record<string, Value>>,
): string {
  const standing = readEntryText(text, list, which);
  if (standing === undefined) return text;
  return putEntryText(text, list, which, patchText(standing, values)) ?? text;
}

/** The file with a pair more at the end of one of its maps; where the map has the key, or is none, it is as it was. */
export function putPairText(text: string, map: string, key: string, value: string): string {
  const found = parseDocument(text, { schema: 'core' }).get(map, true);
  if (!isMap(found) || found.has(key)) return text;
  const last = found.items.at(-1);
  const [first, end] = [found.items[0]?.key, last?.value];
  if (!isScalar(first) || !first.range || !isScalar(end) || !end.range) return text;
  const at = first.range[0];
  const indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
  const pair = `${writeValue(key)}: ${writeValue(value)}`;
  const put = found.flow ? `, ${pair}` : `\n${indent}${pair}`;
  return text.slice(0, end.range[1]) + put + text.slice(end.range[1]);
}
