import { accept, type Reading, refuse } from './reading.ts';
import { tidyLine, tidyNumber } from './tidy.ts';

const MOBILE = /^1[3-9]\d{9}$/u;
/** Area codes of three digits: Beijing 010 and the big cities 02x; all others have four. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})$/u;
const SERVICE = /^(?:400|800)\d{7}$/u;

/** A number without country code and label, with the extension apart. */
function splitNumber(text: string): { number: string; extension: string } {
  const [main = '', extension = ''] = tidyLine(text).split(/转|分机|ext\.?|#/iu);
  const number = tidyNumber(main)
    .replaceAll(/[()（）]/gu, '')
    .replace(/^\D*?(?=\+?\d)/u, '')
    .replace(/^(?:\+|00)86(?=\d)/u, '')
    .replace(/^86(?=1\d{10}$)/u, '');
  return { number, extension: tidyNumber(extension) };
}

/** A mobile, landline or service number in China, or one abroad with its country code. */
export function readPhone(text: string): Reading {
  const { number, extension } = splitNumber(text);
  if (/^\+[1-9]\d{6,14}$/u.test(number)) return accept(number);
  if (!/^\d+$/u.test(number) || !/^\d{0,6}$/u.test(extension)) return refuse('phone_characters');
  if (MOBILE.test(number) || SERVICE.test(number)) return accept(number);
  const landline = LANDLINE.exec(number);
  if (landline) return accept(`${landline[1]}-${landline[2]}${extension && `转${extension}`}`);
  if (/^[2-9]\d{6,7}$/u.test(number)) return refuse('phone_area');
  if (/^1[3-9]/u.test(number)) return refuse('phone_length', { count: number.length });
  return refuse('phone_shape');
}
