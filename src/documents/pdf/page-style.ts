/** Millimetres in points. */
const MM = 72 / 25.4;

/** Sizes of a layout in points. */
export interface PageStyle {
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly size: number;
  /** From one line's top to the next one's. */
  readonly pitch: number;
  readonly title: number;
  readonly indent: number;
}

/** Official letters by GB/T 9704—2012: A4, margins 37, 28 and 26 mm, 22 lines of 28 characters in 三号, the title in 二号. */
const LETTER: PageStyle = {
  margins: { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM },
  size: 15.7,
  pitch: 28.9,
  title: 22,
  indent: 2 * 15.7,
};

/** Forms and internal sheets: more on a page, in 五号. */
const SHEET: PageStyle = {
  margins: { top: 20 * MM, bottom: 20 * MM, left: 22 * MM, right: 22 * MM },
  size: 10.5,
  pitch: 18,
  title: 18,
  indent: 2 * 10.5,
};

export const STYLES = { letter: LETTER, sheet: SHEET } as const;
