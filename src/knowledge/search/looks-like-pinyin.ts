import { parseSyllable } from './pinyin.ts';

const LONGEST_SYLLABLE = 6;
/** A run of bare vowels is noise; words of real pinyin are longer on average. */
const LEAST_AVERAGE = 2;

/** Fewest syllables a run of letters can be read as; undefined when it cannot. */
function countSyllables(letters: string): number | undefined {
  const fewest: (number | undefined)[] = [0];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = fewest[start];
      if (before === undefined || parseSyllable(letters.slice(start, end)) === undefined) continue;
      if (before + 1 < (fewest[end] ?? Number.POSITIVE_INFINITY)) fewest[end] = before + 1;
    }
  }
  return fewest[letters.length];
}

/** Whether Latin letters can be pinyin typed without tones, joined or apart: zenmeshenqing, xin xi gong kai. */
export function looksLikePinyin(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replaceAll('ü', 'v')
      .match(/[a-z]+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let syllables = 0;
  for (const word of words) {
    const count = countSyllables(word);
    if (count === undefined) return false;
    syllables += count;
  }
  return syllables >= 2 && letters / syllables >= LEAST_AVERAGE;
}
