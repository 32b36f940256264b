import { normalise } from '../knowledge/search/index.ts';

/** Something that can be asked for: a metric of the reports, or what people ask for and the reports do not say. */
export interface Askable {
  readonly id: string;
  /** Noun phrases for it: 政务微信. */
  readonly names: readonly string[];
  /** Whole questions for it. */
  readonly phrasings: readonly string[];
  /** What its score is multiplied with; 1 when left out. */
  readonly weight?: number;
}

export interface Ranked {
  readonly id: string;
  /** From 0 to 1: how much of the question is about this, and how much of its phrasing is asked. */
  readonly score: number;
}

/** Words of asking and counting, which say nothing of what is counted. */
const COUNTING =
  /多少|几(?=[件条个次期幅名篇张份项人成批回封])|[件条个次期幅名篇张份项批回封](?![信卷])|数量|总数|一共|总共|共计|合计|全年|年度|报告|年报|[了有是的呢吗过里中]/gu;
/** A name alone never settles it as surely as a whole phrasing would. */
const NAME_ALONE = 0.95;

/** Chinese characters one by one and in pairs, Latin words and numbers whole. */
function gramsOf(text: string): Set<string> {
  const units = text.match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [];
  const grams = new Set(units);
  for (let at = 1; at < units.length; at++) grams.add(`${units[at - 1]} ${units[at]}`);
  return grams;
}

/** The share of a question, its counting words apart, that the longest name standing in it makes up. */
function coverByName(core: string, names: readonly string[]): number {
  let longest = 0;
  for (const name of names) if (name.length > longest && core.includes(name)) longest = name.length;
  return core.length ? longest / core.length : 0;
}

interface Phrasing {
  readonly entry: number;
  readonly grams: ReadonlySet<string>;
}

/** How much a pair of characters tells: more the fewer metrics share it. */
function createWeights(phrasings: readonly Phrasing[], entries: number): (gram: string) => number {
  const spread = new Map<string, Set<number>>();
  for (const { entry, grams } of phrasings) {
    for (const gram of grams) spread.set(gram, (spread.get(gram) ?? new Set()).add(entry));
  }
  const weights = new Map([...spread].map(([gram, { size }]) => [gram, Math.log(1 + entries / size)]));
  const unseen = Math.log(1 + entries * 2);
  return (gram) => weights.get(gram) ?? unseen;
}

/**
 * Ranks what can be asked for against a question: the cosine of the weighted pairs of characters with the best phrasing,
 * or the share of the question that a name makes up. What the question says beyond a phrasing counts against it.
 */
export function createRanking(askables: readonly Askable[]): (question: string) => Ranked[] {
  const phrasings = askables.flatMap(({ names, phrasings: questions }, entry) =>
    [...names, ...questions].map((text): Phrasing => ({ entry, grams: gramsOf(normalise(text)) })),
  );
  const weightOf = createWeights(phrasings, askables.length);
  const weigh = (grams: ReadonlySet<string>) => [...grams].reduce((sum, gram) => sum + weightOf(gram), 0);
  const weights = phrasings.map(({ grams }) => weigh(grams));
  const postings = new Map<string, number[]>();
  for (const [at, { grams }] of phrasings.entries()) {
    for (const gram of grams) postings.set(gram, [...(postings.get(gram) ?? []), at]);
  }
  const names = askables.map((each) =>
    each.names.map((name) => normalise(name).replaceAll(COUNTING, '')).filter((name) => name.length > 1),
  );

  return (question) => {
    const text = normalise(question);
    const asked = gramsOf(text);
    const shared = new Float64Array(phrasings.length);
    for (const gram of asked) {
      const weight = weightOf(gram);
      for (const at of postings.get(gram) ?? []) shared[at] = (shared[at] ?? 0) + weight;
    }
    const core = text.replaceAll(COUNTING, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
    const scores = names.map((own) => NAME_ALONE * coverByName(core, own));
    const askedWeight = weigh(asked);
    for (const [at, { entry }] of phrasings.entries()) {
      if (!shared[at]) continue;
      const alike = shared[at] / Math.sqrt(askedWeight * (weights[at] ?? 1));
      scores[entry] = Math.max(scores[entry] ?? 0, alike);
    }
    return askables
      .map(({ id, weight = 1 }, entry) => ({ id, score: weight * Math.min(1, scores[entry] ?? 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };
}
