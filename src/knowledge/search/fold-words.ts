import { ASKING_WORDS, EMPTY_WORDS, SAME_WORDS } from './common-words.ts';
import { splitUnits } from './grams.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** Word, its units joined, to the sign it folds into; '' for a word that carries nothing. */
interface Signs {
  readonly of: Map<string, string>;
  /** Units of the longest word. */
  longest: number;
  /** Characters of the longest word that begins with a character: no more units than these can make one. */
  readonly longestFrom: Map<string, number>;
}

function joinUnits(word: string): readonly string[] {
  return splitUnits(word.replaceAll('_', ' '));
}

function learn(signs: Signs, word: string, sign: string): void {
  const units = joinUnits(word);
  const joined = units.join('');
  if (!signs.of.has(joined)) signs.of.set(joined, sign);
  signs.longest = Math.max(signs.longest, units.length);
  const first = joined.charAt(0);
  signs.longestFrom.set(first, Math.max(signs.longestFrom.get(first) ?? 0, joined.length));
}

const readGroups = (table: string) => table.split('\n').map((line) => line.split(' ').filter((word) => word !== ''));
const sameGroups = readGroups(`${ASKING_WORDS}\n${SAME_WORDS}`);

/** The mark keeps the sign of a group apart from the plain character or word it is named after. */
const same: Signs = { of: new Map(), longest: 1, longestFrom: new Map() };
for (const words of sameGroups) for (const word of words) learn(same, word, `=${words[0]}`);

const kinds: Signs = { of: new Map(), longest: 1, longestFrom: new Map() };
for (const words of readGroups(WORD_KINDS)) for (const word of words) learn(kinds, word, `%${words[0]}`);
for (const words of sameGroups) {
  // A group one of whose words is of a kind is of that kind as a whole.
  const kind = words.map((word) => kinds.of.get(joinUnits(word).join(''))).find((sign) => sign !== undefined);
  for (const word of words) learn(kinds, word, kind ?? `=${words[0]}`);
}
for (const word of EMPTY_WORDS.split(/\s/u)) {
  learn(same, word, '');
  learn(kinds, word, '');
}

/** Takes the longest word at each place. A text of empty words only is returned as it is. */
function fold(units: readonly string[], signs: Signs): readonly string[] {
  const folded: string[] = [];
  for (let at = 0; at < units.length; ) {
    let sign: string | undefined;
    const longest = signs.longestFrom.get(units[at]?.charAt(0) ?? '') ?? 0;
    let size = Math.min(longest, signs.longest, units.length - at);
    for (; size > 0; size--) {
      sign = signs.of.get(size === 1 ? (units[at] ?? '') : units.slice(at, at + size).join(''));
      if (sign !== undefined) break;
    }
    if (sign === undefined) folded.push(units[at] ?? '');
    else if (sign !== '') folded.push(sign);
    at += Math.max(1, size);
  }
  return folded.length > 0 ? folded : units;
}

/** Units with everyday variants folded into one sign each (如何, 怎样, 咋 become one) and empty words left out. */
export function foldWords(units: readonly string[]): readonly string[] {
  return fold(units, same);
}

/** Units with words of one kind folded into one sign (医生, 诊所, 挂号), coarser than `foldWords`. */
export function foldKinds(units: readonly string[]): readonly string[] {
  return fold(units, kinds);
}
