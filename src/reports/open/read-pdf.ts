import { documentOfBlocks, type ReportDocument } from '../document.ts';

const MOST_PAGES = 300;

interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** Pieces on one height are one line, from left to right; a gap wider than a character and a half parts two cells. */
function toLines(pieces: readonly Piece[]): (string | string[])[] {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue;
    const near = Math.max(2, piece.fontSize * 0.4);
    const line = lines.find(({ y }) => Math.abs(y - piece.y) < near);
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines
    .toSorted((a, b) => b.y - a.y)
    .map((line) => {
      const cells: string[] = [];
      let end = Number.NEGATIVE_INFINITY;
      for (const { str, x, width, fontSize } of line.pieces.toSorted((a, b) => a.x - b.x)) {
        if (x - end > fontSize * 1.5 || cells.length === 0) cells.push(str);
        else cells[cells.length - 1] += str;
        end = x + width;
      }
      return cells.length > 1 ? cells : (cells[0] ?? '');
    });
}

/** Reads a PDF's text as lines and rows. Scripts in it are never run. Undefined when it has more pages than a report. */
export async function readPdf(bytes: Uint8Array): Promise<ReportDocument | undefined> {
  const { extractTextItems, getDocumentProxy } = await import('unpdf');
  // The reader takes the bytes for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  if (pdf.numPages > MOST_PAGES) return undefined;
  const { items } = await extractTextItems(pdf);
  return documentOfBlocks(items.flatMap(toLines));
}
