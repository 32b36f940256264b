/** Masks for text in which personal numbers may stand anywhere. Shapes only: nothing here knows whether a number exists. */

const DIGITS = '0-9０-９';
const JOIN = ' \\-－—.．·\\u00a0\\u3000';
/** A run of digits people wrote with or without gaps, perhaps ending in the X of an identity number. */
const RUN = new RegExp(`[${DIGITS}](?:[${JOIN}]?[${DIGITS}]){6,}(?:[${JOIN}]?[xXＸｘ](?![A-Za-z]))?`, 'gu');
const DATES = /^(?:\d{4}[ \-.]\d{1,2}[ \-.]\d{1,2}[ \-.]?)+$/u;
const CHINESE_RUN = /[〇零一二三四五六七八九幺两]{11,18}/gu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
/** Passports and travel permits: one or two letters and 7 to 9 digits. */
const PASSPORT = /(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{7,9}(?![A-Za-z0-9])/gu;
/** Unified social credit code: 18 letters and digits. */
const CREDIT_CODE =
  /(?<![A-Za-z0-9])[0-9A-HJ-NP-RT-UW-Ya-hj-np-rt-uw-y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Ya-hj-np-rt-uw-y]{10}(?![A-Za-z0-9])/gu;

/** Stars every letter and digit but the first `head` and last `tail`; gaps stay where they are. */
export function starCharacters(text: string, head: number, tail: number): string {
  const characters = [...text];
  const counted = characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
  let place = 0;
  return characters
    .map((character) => {
      if (!/[\p{L}\p{N}]/u.test(character)) return character;
      place += 1;
      return place <= head || place > counted - tail ? character : '*';
    })
    .join('');
}

function maskRun(run: string): string {
  const plain = run.normalize('NFKC');
  if (DATES.test(plain)) return run;
  const digits = plain.replaceAll(/[^0-9Xx]/gu, '');
  // Resident identity numbers (15 or 18) and bank cards (16 to 19).
  if (digits.length >= 15) return starCharacters(run, 3, 2);
  if (/^(?:86)?1[3-9]\d{9}$/u.test(digits)) return starCharacters(run, 3, 4);
  // Landlines with their area code.
  if (/^0\d{9,11}$/u.test(digits)) return starCharacters(run, digits.length > 11 ? 4 : 3, 2);
  return run;
}

/**
 * The text with identity, passport and bank card numbers, phone numbers and e-mail addresses starred, however they
 * are spaced or whatever width they have. For logs, listings and transcripts. Request numbers and dates stay.
 */
export function maskNumbersInText(text: string): string {
  return text
    .replaceAll(
      EMAIL,
      (address) => starCharacters(address.slice(0, address.indexOf('@')), 1, 0) + address.slice(address.indexOf('@')),
    )
    .replaceAll(CREDIT_CODE, (code) => starCharacters(code, 3, 2))
    .replaceAll(PASSPORT, (number) => starCharacters(number, 2, 2))
    .replaceAll(RUN, maskRun)
    .replaceAll(CHINESE_RUN, (run) => starCharacters(run, 1, 0));
}
