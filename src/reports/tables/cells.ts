import { toHalfWidth } from '../read/mask.ts';

const NUMBER = /^-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/u;

/** The number in a cell. A blank cell, or a dash, means 0 in these forms; undefined where it holds words. */
export function readCell(cell: string): number | undefined {
  const text = toHalfWidth(cell)
    .replaceAll(/[\s\u3000]/gu, '')
    .replace(/(?<=\d)(?:件|条|万?元)$/u, '');
  if (text === '' || /^[-—–/]+$/u.test(text)) return 0;
  return NUMBER.test(text) ? Number(text.replaceAll(/[,，]/gu, '')) : undefined;
}

/** A label without spaces and with round brackets of one kind. */
export function readLabel(cell: string): string {
  return toHalfWidth(cell)
    .replaceAll(/[\s\u3000]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** The numbers a row ends with, at most `most`, and the labels before them. */
export function splitRow(cells: readonly string[], most: number): { labels: string[]; values: number[] } {
  let from = cells.length;
  while (from > 0 && cells.length - from < most && readCell(cells[from - 1] ?? '') !== undefined) from -= 1;
  return {
    labels: cells
      .slice(0, from)
      .map(readLabel)
      .filter((label) => label !== ''),
    values: cells.slice(from).map((cell) => readCell(cell) ?? 0),
  };
}
