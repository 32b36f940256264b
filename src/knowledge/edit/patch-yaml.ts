import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { WRITTEN, writeYaml } from './write-yaml.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form trims what it holds: a text is the same whatever follows its last word. */
function trim(value: unknown): unknown {
  if (typeof value === 'string') return value.trimEnd();
  if (Array.isArray(value)) return value.map(trim);
  return isData(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trim(each)])) : value;
}
const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(trim(one), trim(other));

/** A place that names another would change with it: each gets a text of its own. */
function resolveAliases(document: Document): void {
  visit(document, { Alias: (_, alias) => document.createNode(alias.toJS(document)) });
  visit(document, { Value: (_, node) => void delete node.anchor });
}

/** What stands in the place of a node: itself where it can say the same, else a new one with what was noted above it. */
function put(document: Document, node: unknown, before: unknown, after: unknown): Node {
  if (isMap(node) && isData(before) && isData(after)) return patchMap(document, node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return patchSeq(document, node, before, after);
  // A block ends with its line.
  const ends = typeof before === 'string' && before.endsWith('\n') && typeof after === 'string';
  const fresh = document.createNode(ends ? `${after.trimEnd()}\n` : after) as Node;
  if (isScalar(node) && isScalar(fresh)) {
    // What is said beside it stays; a text that gets lines is written as a block.
    node.value = fresh.value;
    if (typeof after === 'string' && after.includes('\n')) delete node.type;
    return node;
  }
  if (isScalar(node) || isMap(node) || isSeq(node)) {
    fresh.commentBefore = node.commentBefore ?? null;
    if (isMap(fresh) || isSeq(fresh)) fresh.flow = (isMap(node) || isSeq(node)) && node.flow === true;
  }
  return fresh;
}

function patchMap(document: Document, map: YAMLMap, before: Data, after: Data): YAMLMap {
  for (const key of Object.keys(before)) if (!(key in after)) map.delete(key);
  for (const [key, value] of Object.entries(after)) {
    if (isSame(before[key], value)) continue;
    if (key in before) map.set(key, put(document, map.get(key, true), before[key], value));
    else map.set(document.createNode(key), document.createNode(value));
  }
  return map;
}

/** Members that are the same at either end stay as they are; those between are changed in place, then added or removed. */
function patchSeq(
  document: Document,
  sequence: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
): YAMLSeq {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const fresh = after
    .slice(head, after.length - tail)
    .map((value, index) =>
      head + index < before.length - tail
        ? put(document, sequence.items[head + index], before[head + index], value)
        : document.createNode(value),
    );
  sequence.items.splice(head, before.length - tail - head, ...fresh);
  return sequence;
}

/** Lists on one line are written `[a, b]`, which the library writes `[ a, b ]` when groups are `{ a: b }`. */
function tighten(text: string): string {
  const spaces: number[] = [];
  visit(parseDocument(text, { schema: 'core' }), {
    Seq: (_, { flow, range }) => {
      if (!flow || !range) return;
      const [start, end] = [range[0] + 1, range[1] - 2];
      if (text[start] === ' ') spaces.push(start);
      if (text[end] === ' ' && end > start) spaces.push(end);
    },
  });
  return spaces.toSorted((a, b) => b - a).reduce((written, at) => written.slice(0, at) + written.slice(at + 1), text);
}

/**
 * YAML with other data in it: only what differs is written anew, comments stay where they stand. What is no YAML, or
 * holds no fields, is written as a whole.
 */
export function patchYaml(text: string, data: Data): string {
  const document = parseDocument(text, { schema: 'core' });
  const before: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  if (!isMap(document.contents) || !isData(before)) return writeYaml(data);
  if (isSame(before, data)) return text;
  resolveAliases(document);
  patchMap(document, document.contents, before, data);
  return tighten(document.toString(WRITTEN));
}
