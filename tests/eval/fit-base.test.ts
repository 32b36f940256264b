import { describe, expect, it } from 'vitest';
import { fitBase } from '../../src/eval/fit-base.ts';
import { type CrossTrial, crossValidate, learnIndex } from '../../src/knowledge/search/index.ts';
import { libraryBase } from '../knowledge/search/library-base.ts';

function trial(change: Partial<CrossTrial>): CrossTrial {
  return {
    phrasing: 'asked',
    id: 'a',
    found: 'a',
    foundBy: 'held',
    place: 1,
    probability: 0.9,
    probabilityWithout: 0.1,
    ...change,
  };
}

describe('leaving phrasings out', () => {
  it('asks every phrasing of an entry with several once, and none of an entry with one', () => {
    const entries = [...libraryBase, { id: 'alone', phrasings: ['能不能借雨伞'] }];
    const trials = crossValidate(entries, learnIndex(entries).calibration);
    const several = libraryBase.flatMap(({ phrasings }) => phrasings);
    expect(trials.map(({ phrasing }) => phrasing).toSorted()).toEqual(several.toSorted());
    for (const { phrasing, foundBy } of trials) expect(foundBy).not.toBe(phrasing);
  });
});

describe('the fit of a base', () => {
  it('counts what is answered rightly, wrongly, and though nothing holds the answer', () => {
    const fit = fitBase(
      [
        trial({}),
        trial({ probabilityWithout: 0.5 }),
        trial({ found: 'b', place: 2, probability: 0.6 }),
        trial({ found: 'b', place: 4, probability: 0.2 }),
      ],
      0.4,
    );
    expect(fit).toMatchObject({ asked: 4, top1: 0.5, top3: 0.75, coverage: 0.5, wrong: 1 / 3, answeredWithout: 0.25 });
    expect(fit.auroc).toBe(1);
  });

  it('lists entries taken for one another more than once, whichever way round', () => {
    const fit = fitBase(
      [
        trial({ id: 'a', found: 'b', place: 2 }),
        trial({ id: 'b', found: 'a', place: 2 }),
        trial({ id: 'a', found: 'c', place: 2 }),
      ],
      0.4,
    );
    expect(fit.confused).toEqual([{ ids: ['a', 'b'], times: 2, phrasing: 'asked', foundBy: 'held' }]);
  });

  it('is silent about sureness when nothing was asked', () => {
    expect(fitBase([], 0.4)).toMatchObject({ asked: 0, top1: 0, wrong: 0, auroc: null });
  });
});
