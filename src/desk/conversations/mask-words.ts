import type { KnowledgeBase } from '../../knowledge/release.ts';
import { maskNumbersInText } from '../../store/index.ts';

/** Telephone numbers and e-mail addresses as they stand in the knowledge. */
const CONTACT = /(?<![\w.+-])(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d[\d\- ]{5,}\d)/gu;
/** What a query code looks like, on its own among other words: it opens a request and is nobody else's to see. */
const QUERY_CODE = /(?<![A-Za-z0-9])[2-9BCDFGHJKMNPQRSTVWXYZ]{4}[ -]?[2-9BCDFGHJKMNPQRSTVWXYZ]{4}(?![A-Za-z0-9])/giu;

const kept = new WeakMap<KnowledgeBase, RegExp>();

/** Matches every number and address the authority has published and a mask would star. */
function matchPublished(base: KnowledgeBase): RegExp {
  const known = kept.get(base);
  if (known) return known;
  const { profile, authorities, answers, matters } = base;
  const found = new Set(JSON.stringify([profile, authorities, answers, matters]).match(CONTACT));
  const masked = [...found].filter((contact) => maskNumbersInText(contact) !== contact);
  const longestFirst = masked.toSorted((one, other) => other.length - one.length).map(RegExp.escape);
  const pattern = new RegExp(`(?<![\\w@])(${longestFirst.join('|') || '(?!)'})(?![\\w@])`, 'u');
  kept.set(base, pattern);
  return pattern;
}

/** The words of a citizen as staff see them: numbers that say who somebody is starred, query codes hidden. */
export function maskCitizensWords(text: string): string {
  return maskNumbersInText(text).replaceAll(QUERY_CODE, '********');
}

/** The bot's own words: what it repeats of a citizen's is masked, contacts the authority has published stay. */
export function maskDesksWords(text: string, base: KnowledgeBase): string {
  // Cut by a pattern with one group: every second piece is a published contact.
  const pieces = text.split(matchPublished(base));
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : maskCitizensWords(piece))).join('');
}
