import { normalise } from './normalise.ts';

/** Rewrites normalised text so that words meaning the same look the same. */
export type FoldSynonyms = (text: string) => string;

/**
 * Groups of words meaning the same, the first of each being the one the rest fold into. Reads left to right and takes
 * the longest word at each place; the first word of a group stands for itself, so 信息公开 is never torn by 公开.
 */
export function createSynonyms(groups: readonly (readonly string[])[]): FoldSynonyms {
  const targets = new Map<string, string>();
  for (const group of groups) {
    const words = group.map((word) => normalise(word));
    for (const word of words) if (word !== '' && !targets.has(word)) targets.set(word, words[0] ?? word);
  }
  if (targets.size === 0) return (text) => text;
  const words = [...targets.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(asPattern).join('|'), 'gu');
  return (text) => text.replace(pattern, (word) => targets.get(word) ?? word);
}

/** Latin words only match whole: `id` is not part of `identity`. */
function asPattern(word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  return /^[a-z0-9]/u.test(word) || /[a-z0-9]$/u.test(word) ? `(?<![a-z0-9])${literal}(?![a-z0-9])` : literal;
}
