import { normalise } from './normalise.ts';
import { readText } from './views.ts';

/** Views that say what is asked about, whichever way it is put. */
const VIEWS = ['words', 'pairs', 'sounds'] as const;
/** Share of weight in common from which two questions count as one. Tried on the shipped phrasings: their own entries. */
const ALIKE = 0.34;
/** What is common everywhere says nothing: weight falls with the number of questions that have it. */
const weigh = (having: number, all: number) => Math.log(1 + all / having);

function listGrams(text: string): ReadonlySet<string> {
  const { grams } = readText(normalise(text));
  return new Set(VIEWS.flatMap((view) => grams[view].map((gram) => `${view} ${gram}`)));
}

/**
 * Puts questions that ask the same into one group, by what the search compares: words with everyday variants folded,
 * their neighbours, and how they sound. Earlier questions lead: give the most asked first. Returns places in `questions`.
 */
export function clusterQuestions(questions: readonly string[]): number[][] {
  const read = questions.map(listGrams);
  const having = new Map<string, number>();
  for (const grams of read) for (const gram of grams) having.set(gram, (having.get(gram) ?? 0) + 1);
  const weightOf = (gram: string) => weigh(having.get(gram) ?? 1, Math.max(8, questions.length));
  const mass = read.map((grams) => [...grams].reduce((sum, gram) => sum + weightOf(gram), 0));
  const clusters: number[][] = [];
  /** Clusters whose leader has this gram. */
  const leaders = new Map<string, number[]>();
  for (const [at, grams] of read.entries()) {
    const common = new Map<number, number>();
    for (const gram of grams) {
      for (const cluster of leaders.get(gram) ?? []) {
        common.set(cluster, (common.get(cluster) ?? 0) + weightOf(gram));
      }
    }
    let [best, most] = [-1, ALIKE];
    for (const [cluster, shared] of common) {
      const leader = mass[clusters[cluster]?.[0] ?? -1] ?? 0;
      const alike = shared / Math.max(1e-9, (mass[at] ?? 0) + leader - shared);
      if (alike >= most) [best, most] = [cluster, alike];
    }
    const found = clusters[best];
    if (found) {
      found.push(at);
      continue;
    }
    clusters.push([at]);
    for (const gram of grams) {
      const named = leaders.get(gram);
      if (named) named.push(clusters.length - 1);
      else leaders.set(gram, [clusters.length - 1]);
    }
  }
  return clusters;
}
