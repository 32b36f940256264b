import type { Day } from '../../../day.ts';
import { parseDay } from '../../../day.ts';
import { accept, type Reading, refuse } from './reading.ts';
import { tidyNumber } from './tidy.ts';

/** Province codes of GB/T 2260; 81–83 stand on residence permits of Hong Kong, Macao and Taiwan residents. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Fewer digits among words are no attempt at a number. */
const SHORTEST_TRY = 6;
const CHECK = '10X98765432';

function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK[sum % 11] ?? '';
}

function readBirthDay(digits: string): Day | undefined {
  return parseDay(`${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`);
}

/** A resident identity number of 18 characters (GB 11643), checked as far as the number itself allows. */
export function readResidentId(text: string, today: Day): Reading {
  const number = tidyNumber(text).replace(/^[^0-9X]+(?=\d)/u, '');
  // 张三 holds a digit too.
  const isWords = number.length < SHORTEST_TRY && /\p{Script=Han}/u.test(text);
  if (isWords || !/^\d+X?$/u.test(number)) return refuse('id_characters');
  if (number.length === 15) return refuse('id_15');
  if (number.length !== 18) return refuse('id_length', { count: number.length });
  if (!PROVINCES.has(number.slice(0, 2))) return refuse('id_province', { code: number.slice(0, 2) });
  const born = readBirthDay(number);
  if (born === undefined || born < '1900-01-01' || born > today)
    return refuse('id_birth', { digits: number.slice(6, 14) });
  return number[17] === checkCharacter(number) ? accept(number) : refuse('id_checksum');
}
