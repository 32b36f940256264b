import { stripPadding } from './padding.ts';
import { toSimplified } from './script.ts';

/** Controls other than tab and line ends, zero-width and bidi marks, tags, fillers: never meant by a citizen. */
const INVISIBLE = /(?![\t\n\r])\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFD]/gu;
/** More than four marks on one letter is decoration; sorting them is where normal forms stop being linear. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const HAN_GAP = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
/** Two or three passes are enough for every string known; the bound only keeps a surprise from looping. */
const PASSES = 6;

function settle(text: string, pass: (text: string) => string): string {
  let current = text;
  for (let count = 0; count < PASSES; count++) {
    const next = pass(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** Letters, digits and the signs of numbers and addresses; Chinese punctuation stays as it was written. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ－＋／．＠＿＃％＆＝]/gu;

function cleanOnce(text: string): string {
  return text
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .normalize('NFC')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Text as the sender meant it, for form fields: NFC, full-width letters and digits to half width, invisible marks and lone
 * surrogates removed, runs of white space to one space. Script, case, courtesy and Chinese punctuation stay. Idempotent; never throws.
 */
export function clean(text: string): string {
  return settle(text, cleanOnce);
}

/** Look-alikes of handwriting input. 自己经营 and 自己经常 are words in their own right. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/囗/gu, '口'],
  [/(?<!自)己经/gu, '已经'],
];

function foldOnce(text: string): string {
  const folded = toSimplified(cleanOnce(text).normalize('NFKC').toLowerCase()).replace(HAN_GAP, '');
  return LOOK_ALIKES.reduce((left, [alike, meant]) => left.replace(alike, meant), folded);
}

/**
 * Text made comparable: `clean`, NFKC, lower case, simplified characters, no spaces between Chinese characters, courtesy and
 * punctuation taken from both ends. A message of courtesy or punctuation only is kept. Idempotent; time linear in length.
 */
export function normalise(text: string): string {
  return stripPadding(settle(text, foldOnce));
}
