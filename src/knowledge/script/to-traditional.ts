import { createRequire } from 'node:module';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import { z } from 'zod';

type Phrase = readonly [simplified: string, traditional: string];

/** Phrases and characters that begin with one character, the longest first. */
type Group = readonly Phrase[];

const dictionary = z.object({ default: z.string() });

function readGroup(entries: string): Group {
  return entries
    .split('|')
    .map((entry): Phrase => {
      const [simplified = '', traditional = ''] = entry.split(' ');
      return [simplified, traditional];
    })
    .toSorted((a, b) => b[0].length - a[0].length);
}

/** Where the phrases of each first character stand in the table: they stand together there. */
function cutByFirstCharacter(table: string): Map<string, string> {
  const cuts = new Map<string, string>();
  for (let start = 0; start < table.length; ) {
    const first = String.fromCodePoint(table.codePointAt(start) ?? 0);
    let end = start;
    do {
      const bar = table.indexOf('|', end);
      end = bar < 0 ? table.length : bar + 1;
    } while (table.startsWith(first, end));
    const earlier = cuts.get(first);
    const cut = table.slice(start, end).replace(/\|$/u, '');
    cuts.set(first, earlier === undefined ? cut : `${earlier}|${cut}`);
    start = end;
  }
  return cuts;
}

let cuts: Map<string, string> | undefined;
const groups = new Map<string, Group>();

/**
 * OpenCC's phrases are a megabyte that few conversations need, so they are loaded for the first text converted, and only
 * those of the characters met are read: its own converter builds a tree of them that takes 60 MB and a tenth of a second.
 */
function findGroup(first: string): Group {
  const known = groups.get(first);
  if (known) return known;
  cuts ??= cutByFirstCharacter(
    `${dictionary.parse(createRequire(import.meta.url)('opencc-js/dict/STPhrases')).default}|${simplifiedToTraditional}`,
  );
  const cut = cuts.get(first);
  const group = cut === undefined ? [] : readGroup(cut);
  groups.set(first, group);
  return group;
}

/** Simplified Chinese in traditional characters, one for one: no word is exchanged for a regional one. */
export function toTraditional(text: string): string {
  let converted = '';
  for (let at = 0; at < text.length; ) {
    const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const [source, target] = findGroup(first).find(([simplified]) => text.startsWith(simplified, at)) ?? [first, first];
    converted += target;
    at += source.length;
  }
  return converted;
}
