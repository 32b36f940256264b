/** One judged question: whether the base has an answer, whether the first hit was it, and how sure the engine was. */
export interface Judged {
  readonly answerable: boolean;
  readonly nullKind: string;
  /** Place of the first right id, from 1; 0 when it is not among the hits. */
  readonly place: number;
  /** Confidence of the first hit; -Infinity when there is none. */
  readonly confidence: number;
}

/** Chance that an answerable question looks surer than an unanswerable one; ties count half. NaN when either is missing. */
export function measureAuroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end++;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at++) if (all[at]?.positive) ranks += rank;
    start = end;
  }
  return (ranks - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

/** Largest share of answerable questions answered rightly while at most `error` of all answers given are wrong. */
export function measureCoverage(judged: readonly Judged[], error: number): number {
  const answerable = judged.filter((one) => one.answerable).length;
  const sorted = judged
    .filter((one) => one.confidence > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = 0;
  for (const [at, one] of sorted.entries()) {
    if (one.place === 1) right++;
    // A threshold cannot part equal confidences.
    if (sorted[at + 1]?.confidence === one.confidence) continue;
    if ((at + 1 - right) / (at + 1) <= error) best = Math.max(best, right);
  }
  return best / Math.max(1, answerable);
}

export interface Measures {
  readonly answerable: number;
  readonly top1: number;
  readonly top3: number;
  /** Mean reciprocal rank within the first ten. */
  readonly mrr10: number;
  /** By kind of unanswerable question. */
  readonly auroc: Readonly<Record<string, number>>;
  readonly coverage: { readonly at2: number; readonly at5: number; readonly at10: number };
}

export function measure(judged: readonly Judged[]): Measures {
  const answerable = judged.filter((one) => one.answerable);
  const nulls = judged.filter((one) => !one.answerable);
  const share = (count: number) => count / Math.max(1, answerable.length);
  const sure = answerable.map((one) => one.confidence);
  const kinds = [...new Set(nulls.map((one) => one.nullKind))].sort();
  return {
    answerable: answerable.length,
    top1: share(answerable.filter(({ place }) => place === 1).length),
    top3: share(answerable.filter(({ place }) => place >= 1 && place <= 3).length),
    mrr10: share(answerable.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0)),
    auroc: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        measureAuroc(
          sure,
          nulls.filter((one) => one.nullKind === kind).map((one) => one.confidence),
        ),
      ]),
    ),
    coverage: {
      at2: measureCoverage(judged, 0.02),
      at5: measureCoverage(judged, 0.05),
      at10: measureCoverage(judged, 0.1),
    },
  };
}
