import { createRequire } from 'node:module';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);

/** Noto Sans SC holds what Chinese names may be written with by law, and a little more; it is open (SIL OFL 1.1). */
const PACKAGE = '@expo-google-fonts/noto-sans-sc';
export const BODY_FONT = require.resolve(`${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`);
export const BOLD_FONT = require.resolve(`${PACKAGE}/700Bold/NotoSansSC_700Bold.ttf`);

/** Tells whether the fonts have a character. Reads one font file, 10 MB, for as long as what is returned is kept. */
export function openCoverage(): (codePoint: number) => boolean {
  const font = openSync(BODY_FONT);
  return 'hasGlyphForCodePoint' in font ? (codePoint) => font.hasGlyphForCodePoint(codePoint) : () => false;
}
