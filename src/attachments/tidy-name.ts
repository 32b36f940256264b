/** Characters of a file's name that are kept. */
const MOST = 80;

/** A file's name as it may be shown and stored: no folders, nothing invisible, not too long; its ending stays. */
export function tidyFileName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const name = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  const characters = [...name];
  if (characters.length === 0) return '?';
  return characters.length <= MOST
    ? name
    : `${characters.slice(0, MOST - 9).join('')}…${characters.slice(-8).join('')}`;
}
