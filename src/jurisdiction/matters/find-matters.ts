import type { AuthorityKind, Matter } from '../../knowledge/schema/jurisdiction.ts';
import { buildTermIndex, keepOutermost, type TermHit } from '../term-index.ts';

/** A matter a text may be about. `terms` are the words that say so, weightiest first. */
export interface FoundMatter {
  readonly matter: Matter;
  /** 0 to 1; grows with every further word, never reaches 1. Comparable within one release. */
  readonly score: number;
  readonly terms: readonly string[];
}

/** Longer terms are rarely there by chance. */
const LENGTH_WEIGHT: readonly number[] = [0, 0, 1.1, 1.4, 1.7, 2];
/** What a term inside a longer term of any matter still counts: 身份证 in 临时身份证. */
const INSIDE = 0.3;
/** What the second, third … term adds beside the weightiest. */
const FURTHER = 0.6;
/** What naming the authority adds to each of its matters that has a term of its own. */
const NAMED_KIND = 0.7;
/** What a hint counts, and the most that hints can say without a term. */
const HINT = 0.4;
const HINTS_ALONE = 0.3;
/** Steepness: one unique word of four characters gives about 0.6. */
const STEEPNESS = 0.55;

function lengthWeight(term: string): number {
  return LENGTH_WEIGHT[Math.min(term.length, LENGTH_WEIGHT.length - 1)] ?? 0;
}

interface Word {
  readonly matter: Matter;
  readonly hint: boolean;
}

function listWords(matters: readonly Matter[]): (readonly [string, Word])[] {
  return matters.flatMap((matter) => [
    ...matter.terms.map((term) => [term, { matter, hint: false }] as const),
    ...matter.hints.map((term) => [term, { matter, hint: true }] as const),
  ]);
}

/** Ranks matters by the words of a normalised text. Pure and deterministic; ties keep the order of the file. */
export function createMatterFinder(
  matters: readonly Matter[],
  kinds: readonly AuthorityKind[],
): (text: string, limit: number) => readonly FoundMatter[] {
  const words = listWords(matters);
  const owners = new Map<string, number>();
  for (const [term] of words) owners.set(term, (owners.get(term) ?? 0) + 1);
  // A term of one matter weighs fully, one shared by several splits its say.
  const weigh = (term: string) => lengthWeight(term) / (owners.get(term) ?? 1) ** 0.7;
  const terms = buildTermIndex(words);
  const names = buildTermIndex(kinds.flatMap((kind) => kind.short.map((name) => [name, kind.id] as const)));
  const order = new Map(matters.map((matter, at) => [matter.id, at]));

  const scoreOne = (hits: readonly TermHit<Word>[], outermost: ReadonlySet<TermHit<Word>>, named: boolean) => {
    const weights = new Map<string, number>();
    for (const hit of hits) {
      const weight = weigh(hit.term) * (outermost.has(hit) ? 1 : INSIDE) * (hit.value.hint ? HINT : 1);
      weights.set(hit.term, Math.max(weights.get(hit.term) ?? 0, weight));
    }
    const sorted = [...weights].sort(([, one], [, other]) => other - one);
    const sum = sorted.reduce((total, [, weight], at) => total + weight * (at === 0 ? 1 : FURTHER), 0);
    const score = 1 - Math.exp(-STEEPNESS * (sum + (named ? NAMED_KIND : 0)));
    const most = hits.some((hit) => !hit.value.hint) ? 1 : HINTS_ALONE;
    return { score: Math.min(score, most), terms: sorted.map(([term]) => term) };
  };

  return (text, limit) => {
    const hits = terms.find(text);
    const outermost = new Set(keepOutermost(hits));
    const kindsNamed = new Set(keepOutermost(names.find(text)).map((hit) => hit.value));
    const byMatter = Map.groupBy(hits, (hit) => hit.value.matter);
    return [...byMatter]
      .map(([matter, own]) => ({ matter, ...scoreOne(own, outermost, kindsNamed.has(matter.kind)) }))
      .sort(
        (one, other) => other.score - one.score || (order.get(one.matter.id) ?? 0) - (order.get(other.matter.id) ?? 0),
      )
      .slice(0, limit);
  };
}
