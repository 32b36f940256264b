import { ASKING_WORDS, EMPTY_WORDS, SAME_WORDS } from './common-words.ts';
import { splitUnits } from './grams.ts';

/** Variant, its units joined, to the sign of its group; '' for a word that carries nothing. */
const signOf = new Map<string, string>();
let longest = 1;

function learn(word: string, sign: string): void {
  const units = splitUnits(word.replaceAll('_', ' '));
  const joined = units.join('');
  if (!signOf.has(joined)) signOf.set(joined, sign);
  longest = Math.max(longest, units.length);
}
for (const line of `${ASKING_WORDS}\n${SAME_WORDS}`.split('\n')) {
  const words = line.split(' ').filter((word) => word !== '');
  // The mark keeps the sign of a group apart from the plain character or word it is named after.
  for (const word of words) learn(word, `=${words[0]}`);
}
for (const word of EMPTY_WORDS.split(/\s/u)) learn(word, '');

/**
 * Units with everyday variants folded into one sign each (如何, 怎样, 咋 become one) and empty words left out; takes the
 * longest word at each place. A text of empty words only is returned as it is.
 */
export function foldWords(units: readonly string[]): readonly string[] {
  const folded: string[] = [];
  for (let at = 0; at < units.length; ) {
    let sign: string | undefined;
    let size = Math.min(longest, units.length - at);
    for (; size > 0; size--) {
      sign = signOf.get(size === 1 ? (units[at] ?? '') : units.slice(at, at + size).join(''));
      if (sign !== undefined) break;
    }
    if (sign === undefined) folded.push(units[at] ?? '');
    else if (sign !== '') folded.push(sign);
    at += Math.max(1, size);
  }
  return folded.length > 0 ? folded : units;
}
