/**
 * Text as it may be written to a terminal: what steers one (moves the cursor, hides, recolours, rings) is spelt out,
 * `\u001b`, since the text may be anybody's. Line breaks and tabs stay. In JSON the spelling is the character's own.
 */
export function spellControls(text: string): string {
  return text.replaceAll(/[\p{Cc}--[\n\t]]/gv, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
