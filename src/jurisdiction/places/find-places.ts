import { createLatinNames } from './latin-names.ts';
import { buildNameIndex, type NameEntry, type NameIndex } from './name-index.ts';
import { type Gazetteer, levelOf, type PlaceMention, type PlaceRef } from './place.ts';
import { STREET_LIKE, SUFFIX_OF_NEXT_WORD } from './shadow-words.ts';

/** A1区, B市, 某县, XX区 and the like: names masked before somebody published the message. */
const ANONYMOUS = /(?<![A-Za-z0-9])(?:[A-Za-z]\d{0,2}|[XxＸ×某]{1,3})(?:省|县市|市|县|区)|西地省/gu;

interface Hit {
  readonly kind: 'named' | 'anonymous';
  readonly start: number;
  readonly end: number;
  readonly places: readonly PlaceRef[];
  readonly form: NameEntry['form'];
  readonly needsContext: boolean;
}

function reads(entry: NameEntry, text: string, end: number): boolean {
  const next = text.slice(end, end + 3);
  if (entry.form === 'short') return !STREET_LIKE.test(next);
  return entry.form === 'shadow' || !(SUFFIX_OF_NEXT_WORD[entry.name.slice(-1)]?.test(next) ?? false);
}

function scan(text: string, index: NameIndex): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(ANONYMOUS)) {
    const end = match.index + match[0].length;
    hits.push({ kind: 'anonymous', start: match.index, end, places: [], form: 'full', needsContext: false });
  }
  const masked = new Map(hits.map((hit) => [hit.start, hit.end]));
  for (let at = 0; at < text.length; at += 1) {
    const skip = masked.get(at);
    if (skip !== undefined) at = skip - 1;
    else {
      const entry = index
        .get(text.charAt(at))
        ?.find(
          (candidate) => text.startsWith(candidate.name, at) && reads(candidate, text, at + candidate.name.length),
        );
      if (entry === undefined) continue;
      const end = at + entry.name.length;
      if (entry.form !== 'shadow') hits.push({ ...entry, kind: 'named', start: at, end });
      at = end - 1;
    }
  }
  return hits.sort((one, other) => one.start - other.start);
}

/** Of several places of one name the highest is meant: 通化 is the city, not the county in it. */
function highest(places: readonly PlaceRef[]): readonly PlaceRef[] {
  const least = Math.min(...places.map((place) => place.code.length));
  return places.filter((place) => place.code.length === least);
}

const isNotCounty = (code: string) => levelOf(code) !== 'county';

/** Finds the places a text names. Linear in the text; the same text gives the same mentions. */
export function createPlaceFinder(gazetteer: Gazetteer, home: string): (text: string) => readonly PlaceMention[] {
  const atHome = (place: PlaceRef) => Number(gazetteer.above(place.code).includes(home));
  const near = (code: string) => gazetteer.above(code).includes(home);
  const index = buildNameIndex(gazetteer, near);
  const findLatin = createLatinNames(gazetteer, near);
  const under = (places: readonly PlaceRef[], uppers: ReadonlySet<string>) =>
    places.filter((place) => gazetteer.above(place.code).some((code) => uppers.has(code)));
  /** 吉林 is the province and the city in it: being named by the same word is no context. */
  const underOthers = (places: readonly PlaceRef[], named: ReadonlySet<string>) =>
    under(places, new Set([...named].filter((code) => !places.some((place) => place.code === code))));

  return (text) => {
    const latin = findLatin(text).map((hit): Hit => ({ ...hit, kind: 'named', form: 'short', needsContext: false }));
    const hits = [...scan(text, index), ...latin].toSorted((one, other) => one.start - other.start);
    const named = new Set(hits.flatMap((hit) => hit.places.map((place) => place.code)).filter(isNotCounty));
    const mentions: (PlaceMention & { readonly end: number })[] = [];
    for (const hit of hits) {
      const before = mentions.at(-1);
      if (before !== undefined && /^[\s的]?$/u.test(text.slice(before.end, hit.start))) {
        const inside = under(hit.places, new Set(before.candidates.map((place) => place.code)));
        if (inside.length > 0) {
          const whole = text.slice(before.start, hit.end);
          mentions[mentions.length - 1] = { ...before, text: whole, end: hit.end, candidates: highest(inside) };
          continue;
        }
      }
      if (hit.needsContext) continue;
      const narrowed = hit.places.length > 1 ? underOthers(hit.places, named) : [];
      const candidates = narrowed.length > 0 ? narrowed : hit.form === 'short' ? highest(hit.places) : hit.places;
      mentions.push({
        kind: hit.kind,
        text: text.slice(hit.start, hit.end),
        start: hit.start,
        end: hit.end,
        candidates: [...candidates].sort((one, other) => atHome(other) - atHome(one)),
      });
    }
    return mentions.map(({ kind, text: words, start, candidates }) => ({ kind, text: words, start, candidates }));
  };
}
