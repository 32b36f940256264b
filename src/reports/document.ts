/** One line of a document. `cells` are given where it is the row of a table. */
export interface DocumentLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins in the document's text, in UTF-16 units. */
  readonly offset: number;
  readonly cells: readonly string[] | undefined;
}

/**
 * A report freed of its file's form: every form becomes lines of text, and a row of a table one line whose cells stand
 * between bars. Positions of figures speak of this text.
 */
export interface ReportDocument {
  readonly text: string;
  readonly lines: readonly DocumentLine[];
}

/** Where something stands: the section's heading as written, or null before the first one. */
export interface Position {
  readonly section: string | null;
  readonly line: number;
  readonly offset: number;
}

export const BAR = ' | ';

/** Cells of a line of plain text that is a table's row: separated by bars or tabs. */
function splitCells(text: string): readonly string[] | undefined {
  if (/[|｜│┃]/u.test(text)) {
    const cells = text.replace(/^[\s「]*[|｜│┃]?|[|｜│┃]?[\s」]*$/gu, '').split(/[|｜│┃]/u);
    return cells.every((cell) => /^[\s:-]*$/u.test(cell) && cell.includes('--'))
      ? undefined
      : cells.map((cell) => cell.trim());
  }
  return text.includes('\t') ? text.split('\t').map((cell) => cell.trim()) : undefined;
}

/** Makes a document of plain text; rows of tables are known by their bars or tabs. */
export function documentOfText(raw: string): ReportDocument {
  const text = raw.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  let offset = 0;
  const lines = text.split('\n').map((line, index): DocumentLine => {
    const made = { text: line, line: index + 1, offset, cells: splitCells(line) };
    offset += line.length + 1;
    return made;
  });
  return { text, lines };
}

/** Makes a document of lines and rows in their order. White space within a cell is one space. */
export function documentOfBlocks(blocks: readonly (string | readonly string[])[]): ReportDocument {
  const clean = (text: string) => text.replaceAll(/[\s|]+/gu, ' ').trim();
  let offset = 0;
  const lines = blocks.map((block, index): DocumentLine => {
    const cells = typeof block === 'string' ? undefined : block.map(clean);
    const text = typeof block === 'string' ? block.replaceAll(/\s+/gu, ' ').trim() : (cells ?? []).join(BAR);
    const made = { text, line: index + 1, offset, cells };
    offset += text.length + 1;
    return made;
  });
  return { text: lines.map(({ text }) => text).join('\n'), lines };
}
