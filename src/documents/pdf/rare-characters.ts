/** A text as it can be printed, and as it was where the two differ. */
export interface Printable {
  readonly text: string;
  /** The original; undefined when every character is in the font. */
  readonly actual: string | undefined;
}

/** Joiners and variation selectors shape the character before them and have no look of their own. */
const INVISIBLE = /[\u200b-\u200f]|\u2060|\ufeff|\p{Variation_Selector}/gu;
/** Characters of control have no place on paper. */
const CONTROL = /\p{Cc}/gu;

/** How a character that cannot be printed is shown: 〔U+20BB7〕. */
export function writeCodePoint(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
}

/**
 * Puts what the font lacks into signs everybody can look up, so that nothing of a name vanishes. The original goes into
 * the document as its actual text, which readers copy and screen readers say.
 */
export function makePrintable(text: string, isCovered: (codePoint: number) => boolean): Printable {
  const clean = text.toWellFormed().replaceAll(CONTROL, (sign) => (sign === '\n' ? sign : ' '));
  let rare = false;
  const printable = [...clean.replaceAll(INVISIBLE, '')]
    .map((character) => {
      if (character === '\n' || isCovered(character.codePointAt(0) ?? 0)) return character;
      rare = true;
      return writeCodePoint(character);
    })
    .join('');
  return { text: printable, actual: rare ? clean : undefined };
}
