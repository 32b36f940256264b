import { describe, expect, it } from 'vitest';
import { fitThresholds, type Sure } from '../../../src/knowledge/search/fit-thresholds.ts';
import { learnIndex } from '../../../src/knowledge/search/index.ts';
import { libraryBase } from './library-base.ts';

/** A hundred questions, the n-th with a probability of n %. */
function ask(change: (percent: number) => Partial<Sure>): readonly Sure[] {
  return Array.from({ length: 100 }, (_, at) => ({
    probability: at / 100,
    right: true,
    offered: true,
    without: 0,
    ...change(at),
  }));
}

describe('thresholds of a release', () => {
  it('answer as early as the floor lets them where nothing is ever wrong', () => {
    expect(
      fitThresholds(
        ask(() => ({})),
        'tests',
      ),
    ).toMatchObject({ answer: 0.3, wrong: 0, coverage: 0.7, asked: 100 });
  });

  it('rise until at most three of a hundred answers given are wrong', () => {
    const { answer, wrong } = fitThresholds(
      ask((percent) => ({ right: percent >= 50 })),
      'tests',
    );
    expect(answer).toBeGreaterThan(0.47);
    expect(answer).toBeLessThan(0.51);
    expect(wrong).toBeLessThanOrEqual(0.03);
  });

  it('rise above what is answered although its entry was taken away', () => {
    const { answer, wrong } = fitThresholds(
      ask((percent) => ({ without: percent / 200 })),
      'tests',
    );
    expect(answer).toBeGreaterThan(0.3);
    expect(wrong).toBeLessThanOrEqual(0.03);
  });

  it('never silence the desk: where nothing helps the ceiling stands, and how much is wrong is said', () => {
    expect(
      fitThresholds(
        ask(() => ({ right: false, offered: false })),
        'phrasings',
      ),
    ).toMatchObject({
      answer: 0.6,
      wrong: 1,
    });
  });

  it('are those shipped where too few questions were asked', () => {
    expect(fitThresholds([], 'tests')).toMatchObject({ answer: 0.4, offer: 0.08, asked: 0 });
  });

  it('are fitted on the tests of entries, which nothing else learns from', () => {
    const tested = libraryBase.map((entry) => ({
      ...entry,
      tests: [`${entry.phrasings[0]}啊`, `那${entry.phrasings[1]}`],
    }));
    const learned = learnIndex(tested);
    expect(learned.thresholds).toMatchObject({ by: 'tests', asked: 60 });
    expect(learned.impacts).toEqual(learnIndex(libraryBase).impacts);
    expect(learnIndex(libraryBase).thresholds.by).toBe('phrasings');
  });
});
