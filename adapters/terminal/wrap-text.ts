import LineBreaker from 'linebreak';
import stringWidth from 'string-width';

/** Narrowest and widest column of text that still reads well. */
const NARROWEST = 20;
const WIDEST = 88;

/** What of the text stays together, each with the space after it, by Unicode's rules for breaking lines (UAX 14). */
function* listPieces(text: string): Generator<string> {
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield text.slice(from, next.position);
    from = next.position;
  }
}

/** A piece longer than a line is cut where the line ends. */
function cutPiece(piece: string, width: number): string[] {
  if (stringWidth(piece.trimEnd()) <= width) return [piece];
  const cut: string[] = [''];
  for (const character of piece) {
    if (stringWidth(`${cut.at(-1)}${character}`) > width) cut.push('');
    cut[cut.length - 1] += character;
  }
  return cut;
}

function wrapLine(line: string, width: number): string {
  const lines = [''];
  for (const piece of [...listPieces(line)].flatMap((each) => cutPiece(each, width))) {
    const longer = `${lines.at(-1)}${piece}`;
    if (stringWidth(longer.trimEnd()) > width && lines.at(-1)?.trim()) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((each, at) => (at < lines.length - 1 ? each.trimEnd() : each)).join('\n');
}

/** Breaks text at the terminal's width, counting 汉字 as two columns; no line begins with a comma or ends with an opening mark. */
export function wrapText(text: string, columns: number): string {
  const width = Math.min(Math.max(columns, NARROWEST), WIDEST);
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}
