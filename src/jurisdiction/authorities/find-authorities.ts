import Fuse from 'fuse.js';
import type { AuthorityKind, KnownAuthority } from '../../knowledge/schema/jurisdiction.ts';
import { buildTermIndex, keepOutermost } from '../term-index.ts';

/** An authority named in a text: a kind (车管所), or one the desk has on file (沈阳市教育局). */
export interface FoundAuthority {
  readonly kind: AuthorityKind | null;
  readonly known: KnownAuthority | null;
  /** The words of the message. */
  readonly text: string;
  /** true when the words are only like a name: a slip of the pen. */
  readonly guessed: boolean;
}

interface Named {
  readonly kind: AuthorityKind | null;
  readonly known: KnownAuthority | null;
}

/** Words that end like the name of an office; only these are compared loosely. */
const OFFICE = /[\p{Script=Han}]{1,7}(?:局|委|厅|办|所|院|队|中心|联)/gu;
/** Loosest match that still is a slip of the pen rather than another office. */
const SLIP = 0.34;

/** Finds authorities by full, short and old names. Names on file win over kinds; looks for slips only when nothing fits. */
export function createAuthorityFinder(
  kinds: readonly AuthorityKind[],
  known: readonly KnownAuthority[],
): (text: string) => readonly FoundAuthority[] {
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]));
  const entries: (readonly [string, Named])[] = [
    ...known.flatMap((authority) =>
      [authority.name, ...authority.short].map(
        (name) => [name, { kind: kindById.get(authority.kind ?? '') ?? null, known: authority }] as const,
      ),
    ),
    ...kinds.flatMap((kind) => kind.short.map((name) => [name, { kind, known: null }] as const)),
  ];
  const index = buildTermIndex(entries);
  const fuzzy = new Fuse(
    entries.filter(([name]) => name.length >= 3).map(([name, named]) => ({ name, named })),
    { keys: ['name'], includeScore: true, threshold: SLIP, distance: 10, minMatchCharLength: 2 },
  );

  return (text) => {
    const exact = keepOutermost(index.find(text));
    if (exact.length > 0) return exact.map((hit) => ({ ...hit.value, text: hit.term, guessed: false }));
    return [...text.matchAll(OFFICE)].slice(0, 3).flatMap(([office]) => {
      const [best] = [office, office.slice(-5)]
        .flatMap((words) => fuzzy.search(words, { limit: 1 }))
        .sort((one, other) => (one.score ?? 1) - (other.score ?? 1));
      return best === undefined ? [] : [{ ...best.item.named, text: office, guessed: true }];
    });
  };
}
