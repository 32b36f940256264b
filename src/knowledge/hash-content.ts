import { createHash, type Hash } from 'node:crypto';

/** Plain data with the keys of every object in order, so that equal content is written alike. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = sortKeys((value as Record<string, unknown>)[key]);
  return sorted;
}

/** Feeds the upper levels piece by piece, so that no second copy of the whole is ever in memory. */
function feed(hash: Hash, value: unknown, depth: number): void {
  if (depth === 0 || value === null || typeof value !== 'object') {
    hash.update(JSON.stringify(sortKeys(value)) ?? 'null');
    return;
  }
  const list = Array.isArray(value);
  hash.update(list ? '[' : '{');
  for (const key of list ? value.keys() : Object.keys(value).sort()) {
    hash.update(`${JSON.stringify(key)}:`);
    feed(hash, (value as Record<string | number, unknown>)[key], depth - 1);
    hash.update(',');
  }
  hash.update(list ? ']' : '}');
}

/** Levels written piece by piece: the base, its lists, their entries. */
const PIECEWISE = 3;

/** SHA-256 of plain data as 64 hexadecimal digits. Independent of key order, comments and layout of the files. */
export function hashContent(data: unknown): string {
  const hash = createHash('sha256');
  feed(hash, data, PIECEWISE);
  return hash.digest('hex');
}
