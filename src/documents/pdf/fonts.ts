import { openSync } from 'fontkit';
import { BODY_FONT } from '../font-files.ts';

let coverage: ((codePoint: number) => boolean) | undefined;

/** Tells whether the fonts have a character. Reads one font file, 10 MB, at the first call and keeps it. */
export function openCoverage(): (codePoint: number) => boolean {
  if (coverage) return coverage;
  const font = openSync(BODY_FONT);
  coverage = 'hasGlyphForCodePoint' in font ? (codePoint) => font.hasGlyphForCodePoint(codePoint) : () => false;
  return coverage;
}
