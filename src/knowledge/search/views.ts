import { foldKinds, foldWords } from './fold-words.ts';
import { gramsOf, splitUnits } from './grams.ts';
import { readSound } from './pinyin.ts';

/** The ways one text is looked at. Each yields grams that are counted apart from the others'. */
export type ViewName = 'words' | 'kinds' | 'pairs' | 'letters' | 'sounds';
export const VIEW_NAMES: readonly ViewName[] = ['words', 'kinds', 'pairs', 'letters', 'sounds'];

/** Text longer than this many units is a story; the gist comes early and the cost stays bounded. */
const UNITS_READ = 120;
const LATIN = /^[\p{L}\p{N}\p{M}]+$/u;
const HAN = /^\p{Script=Han}$/u;

export interface Reading {
  /** Chinese characters and other words, in order. */
  readonly units: readonly string[];
  /** The same with everyday variants folded and empty words left out. */
  readonly words: readonly string[];
  readonly grams: Readonly<Record<ViewName, readonly string[]>>;
}

function isLatin(unit: string): boolean {
  return !HAN.test(unit) && LATIN.test(unit);
}

/** Trigrams of a word with its edges marked, so that `apply` and `applying` share most of theirs. */
function trigramsOf(word: string): string[] {
  const marked = `^${word}$`;
  const grams: string[] = [];
  for (let at = 0; at + 3 <= marked.length; at++) grams.push(`~${marked.slice(at, at + 3)}`);
  return grams;
}

const unique = (grams: readonly string[]): readonly string[] => [...new Set(grams)];

/** Reads normalised text (synonyms folded) in all five views. */
export function readText(text: string): Reading {
  const units = splitUnits(text).slice(0, UNITS_READ);
  const words = foldWords(units);
  const trigrams = units.filter(isLatin).flatMap(trigramsOf);
  const sounds = units.filter((unit) => !isLatin(unit)).map(readSound);
  return {
    units,
    words,
    grams: {
      words: unique(words),
      kinds: unique(foldKinds(units)),
      pairs: unique([...words, ...gramsOf(words, 2), ...trigrams]),
      letters: unique([...units, ...gramsOf(units, 2), ...trigrams]),
      sounds: unique([...sounds, ...gramsOf(sounds, 2), ...trigrams]),
    },
  };
}
