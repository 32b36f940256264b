import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dose } from '../dose.ts';
import { figures2017, report2017 } from './report-2017.ts';

describe('ranking', () => {
  it('puts every phrasing on file with its own metric', () => {
    const strayed = report2017.figures.flatMap(({ id, phrasings }) =>
      phrasings.filter((phrasing) => figures2017.rank(phrasing)[0]?.id !== id).map((phrasing) => `${phrasing} ▸ ${id}`),
    );
    expect(strayed).toEqual([]);
  });

  it('gives a score from 0 to 1, best first, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const scores = figures2017.rank(text).map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      { seed: 20_170_101, numRuns: dose(60) },
    );
  });
});

describe('mentions', () => {
  it('stand in the order of the text', () => {
    expect(figures2017.mention('图片和视频哪个多')).toEqual(['website-pictures', 'website-videos']);
  });

  it('take the longest name: 门户网站 is not also 网站', () => {
    expect(figures2017.mention('门户网站')).toEqual(['website-posts']);
  });
});
