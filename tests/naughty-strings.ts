import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { dose } from './dose.ts';

const FILE = fileURLToPath(import.meta.resolve('big-list-of-naughty-strings'));
/** Strings of the list tried by the gate; every one with a larger dose. */
const USUAL = 60;

/** The Big List of Naughty Strings: texts known to break programs (https://github.com/minimaxir/big-list-of-naughty-strings). */
function readNaughtyStrings(): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** As many of them as the dose says, spread evenly over the list. What shows nothing cannot be sent by anybody, and a line break ends a terminal's message. */
export function pickNaughtyStrings(): readonly string[] {
  const all = readNaughtyStrings().filter((text) => /\S/u.test(text) && !/[\n\r\u2028\u2029]/u.test(text));
  const step = Math.max(1, Math.floor(all.length / dose(USUAL)));
  return all.filter((_, index) => index % step === 0);
}
