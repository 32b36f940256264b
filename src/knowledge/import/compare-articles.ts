import type { Article } from './read-law.ts';

/** What became of an article between two versions of a law. */
export interface ArticleChange {
  /** Its number in the earlier version; of an added one, in the later. */
  readonly article: number;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Its number now, where that is another. */
  readonly to?: number;
}

interface Compared {
  readonly article: number;
  /** Spaces, and which marks a printer used, change nothing of what is ordered. */
  readonly words: string;
  readonly pairs: ReadonlySet<string>;
}

function prepare({ article, text }: Article): Compared {
  const words = text.normalize('NFKC').replaceAll(/[\s　,，;；:：]/gu, '');
  const marks = [...words];
  return { article, words, pairs: new Set(marks.slice(1).map((mark, at) => `${marks[at]}${mark}`)) };
}

type Pair = readonly [Compared, Compared];

/** From this share of common pairs of characters on, one is the other in new words. */
const ALIKE = 0.5;
/** Comparisons that are still made: 500 articles with 500. */
const MOST = 250_000;

function likeness({ pairs: one }: Compared, { pairs: other }: Compared): number {
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size || 1);
}

/** Pairs off articles, each once, in the order given; takes those it paired out of both lists. */
function pairOff(old: Set<Compared>, fresh: Set<Compared>, candidates: readonly Pair[]) {
  return candidates.filter(([one, other]) => {
    if (!old.has(one) || !fresh.has(other)) return false;
    old.delete(one);
    fresh.delete(other);
    return true;
  });
}

/** Pairs of those that a key is the same of. */
function pairBy<Key>(old: Iterable<Compared>, fresh: Iterable<Compared>, keyOf: (article: Compared) => Key): Pair[] {
  const others = Map.groupBy(fresh, keyOf);
  return [...old].flatMap((one) => (others.get(keyOf(one)) ?? []).map((other) => [one, other] as const));
}

function listAlike(old: ReadonlySet<Compared>, fresh: ReadonlySet<Compared>) {
  if (old.size * fresh.size > MOST) return [];
  return [...old]
    .flatMap((one) => [...fresh].map((other) => ({ pair: [one, other] as const, alike: likeness(one, other) })))
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike)
    .map(({ pair }) => pair);
}

/**
 * Articles that read otherwise in the new version, or whose words have another number there, by number. What was put in
 * between or left out moves those behind it: each is found again by its words, unchanged or much the same.
 */
export function compareArticles(before: readonly Article[], after: readonly Article[]): readonly ArticleChange[] {
  const [old, fresh] = [new Set(before.map(prepare)), new Set(after.map(prepare))];
  const unchanged = [
    ...pairOff(
      old,
      fresh,
      pairBy(old, fresh, ({ article, words }) => `${article} ${words}`),
    ),
    ...pairOff(
      old,
      fresh,
      pairBy(old, fresh, ({ words }) => words),
    ),
  ];
  const reworded = [
    ...pairOff(old, fresh, listAlike(old, fresh)),
    ...pairOff(
      old,
      fresh,
      pairBy(old, fresh, ({ article }) => article),
    ),
  ];
  const told =
    (change: 'moved' | 'changed') =>
    ([{ article }, { article: to }]: Pair) => ({
      article,
      change,
      ...(to === article ? {} : { to }),
    });
  return [
    ...unchanged.map(told('moved')).filter(({ to }) => to !== undefined),
    ...reworded.map(told('changed')),
    ...[...old].map(({ article }) => ({ article, change: 'removed' as const })),
    ...[...fresh].map(({ article }) => ({ article, change: 'added' as const })),
  ].toSorted((one, other) => one.article - other.article);
}
