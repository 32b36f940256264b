import { measureAuroc } from '../bench/retrieval/measures.ts';
import type { CrossTrial } from '../knowledge/search/index.ts';

/** Two entries taken for one another, with one of the phrasings that went astray. */
export interface Confusion {
  readonly ids: readonly [string, string];
  readonly times: number;
  readonly phrasing: string;
  readonly foundBy: string;
}

/** How well the base tells its own entries apart. Shares from 0 to 1; a wrong id counts as wrong even where its answer would do. */
export interface BaseFit {
  readonly asked: number;
  readonly threshold: number;
  readonly top1: number;
  readonly top3: number;
  /** Share of all phrasings that get the right answer at the threshold. */
  readonly coverage: number;
  /** Wrong answers as a share of the answers given at the threshold. */
  readonly wrong: number;
  /** Share answered at the threshold although their entry was taken away. */
  readonly answeredWithout: number;
  /** Chance that a rightly found phrasing looks surer than one whose entry was taken away; null when there are none. */
  readonly auroc: number | null;
  readonly confused: readonly Confusion[];
}

const SHOWN = 15;

function listConfused(trials: readonly CrossTrial[]): Confusion[] {
  const byPair = new Map<string, Confusion>();
  for (const { id, found, phrasing, foundBy } of trials) {
    if (found === undefined || found === id) continue;
    const ids = id < found ? ([id, found] as const) : ([found, id] as const);
    const key = ids.join(' ');
    const before = byPair.get(key);
    byPair.set(key, before ? { ...before, times: before.times + 1 } : { ids, times: 1, phrasing, foundBy });
  }
  return [...byPair.values()].filter(({ times }) => times > 1).sort((a, b) => b.times - a.times);
}

/** Sums up a cross-validation. Confusions are counted among the answers that would be given, at `threshold` or surer. */
export function fitBase(trials: readonly CrossTrial[], threshold: number): BaseFit {
  const share = (count: number, of = trials.length) => (of === 0 ? 0 : count / of);
  const given = trials.filter(({ probability }) => probability >= threshold);
  const right = given.filter(({ place }) => place === 1);
  const auroc = measureAuroc(
    trials.filter(({ place }) => place === 1).map(({ probability }) => probability),
    trials.map(({ probabilityWithout }) => probabilityWithout),
  );
  return {
    asked: trials.length,
    threshold,
    top1: share(trials.filter(({ place }) => place === 1).length),
    top3: share(trials.filter(({ place }) => place >= 1 && place <= 3).length),
    coverage: share(right.length),
    wrong: share(given.length - right.length, given.length),
    answeredWithout: share(trials.filter(({ probabilityWithout }) => probabilityWithout >= threshold).length),
    auroc: Number.isNaN(auroc) ? null : auroc,
    confused: listConfused(given).slice(0, SHOWN),
  };
}
