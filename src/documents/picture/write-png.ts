import { Resvg } from '@resvg/resvg-js';
import { BODY_FONT, BOLD_FONT } from '../font-files.ts';

/** A drawing as a picture of `width` pixels, set in the fonts that come with the product, whatever the machine has. */
export function writePng(svg: string, width: number): Uint8Array {
  const fonts = { fontFiles: [BODY_FONT, BOLD_FONT], loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  return new Resvg(svg, { font: fonts, fitTo: { mode: 'width', value: width } }).render().asPng();
}
