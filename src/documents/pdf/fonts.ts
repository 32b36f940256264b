import { createRequire } from 'node:module';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);

/** Noto Sans SC holds what Chinese names may be written with by law, and a little more; it is open (SIL OFL 1.1). */
export const BODY_FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
export const BOLD_FONT = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');

let coverage: ((codePoint: number) => boolean) | undefined;

/** Tells whether the fonts have a character. Reads one font file, 10 MB, at the first call and keeps it. */
export function openCoverage(): (codePoint: number) => boolean {
  if (coverage) return coverage;
  const font = openSync(BODY_FONT);
  coverage = 'hasGlyphForCodePoint' in font ? (codePoint) => font.hasGlyphForCodePoint(codePoint) : () => false;
  return coverage;
}
