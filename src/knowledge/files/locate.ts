import { createRequire } from 'node:module';
import type { FieldPath } from './problem.ts';

const require = createRequire(import.meta.url);

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds where a field stands; a field that is missing is looked for where it should be, in what encloses it. */
export type Locate = (path: FieldPath) => Position;

/** Parses once more, this time keeping positions: slow, so only done for files that have something to report. */
export function locateIn(text: string): Locate {
  // Loaded here and not above: it costs every start 40 ms, and a start with sound knowledge never needs it.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines });
  return (path) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair) break;
        if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (!isMap(node) && !isScalar(node) && !isSeq(node)) break;
        if (node.range) offset = node.range[0];
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}
