import { describe, expect, it } from 'vitest';
import { percentile } from '../../../src/bench/percentile.ts';
import { type Judged, measure, measureAuroc, measureCoverage } from '../../../src/bench/retrieval/measures.ts';

const judged = (place: number, confidence: number, nullKind?: string): Judged => ({
  answerable: nullKind === undefined,
  nullKind: nullKind ?? 'null',
  place,
  confidence,
});

describe('measures of retrieval', () => {
  it('AUROC is 1 when every answerable question looks surer, 0 when none does, one half when nobody can tell', () => {
    expect(measureAuroc([0.9, 0.8], [0.1, 0.2])).toBe(1);
    expect(measureAuroc([0.1, 0.2], [0.9, 0.8])).toBe(0);
    expect(measureAuroc([0.5, 0.5], [0.5])).toBe(0.5);
  });

  it('coverage counts right answers above the lowest threshold that keeps errors rare enough', () => {
    const list = [judged(1, 0.9), judged(1, 0.8), judged(2, 0.7), judged(1, 0.6), judged(0, 0.5, 'far')];
    expect(measureCoverage(list, 0)).toBe(0.5);
    expect(measureCoverage(list, 0.25)).toBe(0.75);
  });

  it('coverage never parts equal confidences to look better', () => {
    expect(measureCoverage([judged(1, 0.9), judged(2, 0.9)], 0)).toBe(0);
  });

  it('top 1, top 3 and reciprocal rank count answerable questions only', () => {
    const found = measure([judged(1, 1), judged(2, 1), judged(0, 1), judged(0, 0, 'hard'), judged(0, 2, 'far')]);
    expect(found).toMatchObject({ answerable: 3, top1: 1 / 3, top3: 2 / 3, mrr10: 0.5, auroc: { far: 0, hard: 1 } });
  });

  it('a percentile is one of the values', () => {
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([5], 0.99)).toBe(5);
  });
});
