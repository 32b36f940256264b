/** Where a term stands in a text. */
export interface TermHit<T> {
  readonly term: string;
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Finds every occurrence of many terms in one pass. Longer terms first; overlaps are all reported. */
export interface TermIndex<T> {
  readonly find: (text: string) => readonly TermHit<T>[];
}

const LATIN = /[a-z0-9]/iu;

/** Chinese has no spaces to look for; a Latin or numeric term counts only as a whole word: etc, but not in fetched. */
function isWhole(text: string, start: number, end: number): boolean {
  const splits = (at: number) => LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at));
  return !splits(start) && !splits(end);
}

/** Builds an index of terms by their first character. Several values may share a term. */
export function buildTermIndex<T>(entries: Iterable<readonly [term: string, value: T]>): TermIndex<T> {
  const byFirst = new Map<string, { term: string; value: T }[]>();
  for (const [term, value] of entries) {
    const list = byFirst.get(term.charAt(0)) ?? [];
    list.push({ term, value });
    byFirst.set(term.charAt(0), list);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.term.length - one.term.length);
  return {
    find: (text) => {
      const hits: TermHit<T>[] = [];
      for (let start = 0; start < text.length; start += 1) {
        for (const { term, value } of byFirst.get(text.charAt(start)) ?? []) {
          const end = start + term.length;
          if (text.startsWith(term, start) && isWhole(text, start, end)) hits.push({ term, value, start, end });
        }
      }
      return hits;
    },
  };
}

/** Hits that do not lie inside a longer one, judged over all values. */
export function keepOutermost<T>(hits: readonly TermHit<T>[]): readonly TermHit<T>[] {
  let reach = -1;
  const starts = [...hits].sort((one, other) => one.start - other.start || other.end - one.end);
  return starts.filter((hit, at) => {
    const twin = starts[at - 1];
    const same = twin !== undefined && twin.start === hit.start && twin.end === hit.end && hit.end === reach;
    const outermost = hit.end > reach || same;
    reach = Math.max(reach, hit.end);
    return outermost;
  });
}
