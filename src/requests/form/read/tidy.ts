import { toSimplified } from '../../../knowledge/script/index.ts';

const CHINESE_DIGITS = new Map([...'零一二三四五六七八九'].map((char, index) => [char, String(index)]));
for (const [char, digit] of [
  ['〇', '0'],
  ['○', '0'],
  ['幺', '1'],
  ['两', '2'],
] as const)
  CHINESE_DIGITS.set(char, digit);

/**
 * Text without what nobody typed on purpose: lone surrogates, control and format characters (zero-width, bidi, tags).
 * Keeps line breaks and variation selectors, which rare characters of names may need.
 */
function dropInvisible(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, (char) => (char === '\t' ? ' ' : ''));
}

/** Full-width letters, digits and signs as half-width ones. Leaves every Chinese character as it was written. */
function narrow(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u3000\u00a0\u2000-\u200a]/gu, ' ');
}

/** One line, trimmed, single spaces. */
export function tidyLine(text: string): string {
  return narrow(dropInvisible(text)).replaceAll(/\s+/gu, ' ').trim();
}

/** One line to compare with words: lower case, simplified characters, so that 個人 is 个人. Never for what is kept. */
export function foldLine(text: string): string {
  return toSimplified(tidyLine(text)).toLowerCase();
}

/** Several lines, trimmed, at most one empty line in a row. */
export function tidyText(text: string): string {
  return dropInvisible(text)
    .replaceAll(/[ \t\u3000]+\n/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A number as people type it (spaces, dashes, dots, Chinese digits) as bare characters in capitals. */
export function tidyNumber(text: string): string {
  return [...tidyLine(text).replaceAll(/[\s\-‐‑–—_.·。、,，/]/gu, '')]
    .map((char) => CHINESE_DIGITS.get(char) ?? char)
    .join('')
    .toUpperCase();
}

/** Characters as people count them: one for each, however it is encoded. */
export function countCharacters(text: string): number {
  return [...text.replaceAll(/\p{Mn}/gu, '')].length;
}
