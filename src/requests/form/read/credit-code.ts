import { accept, type Reading, refuse } from './reading.ts';
import { tidyNumber } from './tidy.ts';

/** Digits and letters of GB 32100-2015; I, O, S, V and Z are left out because they read like others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const char of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** A unified social credit code of 18 characters. The letters O and I can only be meant as digits. */
export function readCreditCode(text: string): Reading {
  const code = tidyNumber(text)
    .replace(/^[^0-9A-Z]+/u, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1');
  if (!/^[0-9A-Z]+$/u.test(code)) return refuse('uscc_characters');
  if (code.length === 15 || code.length === 9) return refuse('uscc_old', { count: code.length });
  if (code.length !== 18) return refuse('uscc_length', { count: code.length });
  if ([...code].some((char) => !ALPHABET.includes(char))) return refuse('uscc_characters');
  return code[17] === checkCharacter(code) ? accept(code) : refuse('uscc_checksum');
}
