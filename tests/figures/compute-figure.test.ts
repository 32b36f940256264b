import { describe, expect, it } from 'vitest';
import { computeFigure, type FigureQuery } from '../../src/figures/index.ts';
import { figures2017 } from './report-2017.ts';

const compute = (kind: FigureQuery['kind'], metrics: readonly string[], year = 2017) =>
  computeFigure(figures2017, { kind, metrics, year });

describe('a value', () => {
  it('comes with the relations in which it is the whole', () => {
    expect(compute('value', ['proactive-items'])).toMatchObject({
      kind: 'value',
      observation: { value: 97 },
      relations: [{ kind: 'overlap', parts: [{ value: 82 }, { value: 20 }, { value: 3 }] }],
    });
  });
});

describe('parts', () => {
  it('are those of the whole', () => {
    expect(compute('parts', ['requests-received'])).toMatchObject({
      kind: 'parts',
      relation: { whole: { value: 35 }, parts: [{ value: 8 }, { value: 27 }] },
    });
  });

  it('of something without parts is its value', () => {
    expect(compute('parts', ['daily-digest'])).toMatchObject({ kind: 'value', observation: { value: 89 } });
  });
});

describe('a share', () => {
  it.each([
    ['requests-accepted', 'requests-received', 22.9],
    ['requests-referred', 'requests-received', 77.1],
    ['website-articles', 'website-posts', 68.2],
    ['proactive-wechat', 'proactive-items', 20.6],
  ])('%s of %s is %s %%', (part, whole, percent) => {
    expect(compute('share', [part, whole])).toMatchObject({ kind: 'share', percent });
    expect(compute('share', [whole, part])).toMatchObject({ percent, part: { id: part } });
    expect(compute('share', [part])).toMatchObject({ percent, whole: { id: whole } });
  });

  it.each([['satisfaction'], ['phone'], ['daily-digest'], ['requests-received']])(
    'of %s alone makes no sense',
    (id) => {
      expect(compute('share', [id]).kind).toBe('not-computable');
    },
  );

  it('of zero or of a rate makes no sense', () => {
    expect(compute('share', ['disputes', 'disputes']).kind).toBe('not-computable');
    expect(compute('share', ['requests-accepted', 'satisfaction']).kind).toBe('not-computable');
  });
});

describe('a sum', () => {
  it('of the channels is 105 and stands beside the 97 of the report', () => {
    expect(compute('sum', ['proactive-website', 'proactive-wechat', 'proactive-press'])).toMatchObject({
      kind: 'sum',
      total: 105,
      stated: { kind: 'overlap', whole: { value: 97 }, note: expect.stringContaining('并列') },
    });
  });

  it('of all parts is what the report says', () => {
    expect(compute('sum', ['website-articles', 'website-videos', 'website-pictures'])).toMatchObject({
      total: 3158,
      stated: { whole: { value: 3158 } },
    });
  });

  it('of unrelated figures stands alone', () => {
    expect(compute('sum', ['daily-digest', 'important-digest'])).toMatchObject({ total: 97, stated: undefined });
  });

  it('of rates or of text makes no sense', () => {
    expect(compute('sum', ['handling-rate', 'reply-rate']).kind).toBe('not-computable');
    expect(compute('sum', ['postcode', 'phone']).kind).toBe('not-computable');
  });
});

describe('a difference', () => {
  it('is told from the larger to the smaller', () => {
    expect(compute('difference', ['website-pictures', 'website-articles'])).toMatchObject({
      difference: 1420,
      more: { id: 'website-articles' },
    });
  });

  it('of two rates is in percentage points', () => {
    expect(compute('difference', ['online-share-after', 'online-share-before'])).toMatchObject({ difference: 16 });
  });

  it('of a rate and a count makes no sense', () => {
    expect(compute('difference', ['satisfaction', 'requests-received']).kind).toBe('not-computable');
  });
});

describe('a daily mean', () => {
  it('counts the days of the year', () => {
    expect(compute('per-day', ['website-posts'])).toMatchObject({ days: 365, mean: 8.65 });
  });

  it('of a rate makes no sense', () => {
    expect(compute('per-day', ['satisfaction']).kind).toBe('not-computable');
  });
});

describe('what is not on file', () => {
  it('is a year of its own kind', () => {
    expect(compute('value', ['requests-received'], 2018)).toEqual({
      kind: 'no-year',
      year: 2018,
      have: [2017],
      metric: { metric: '收到的依申请公开政府信息', en: 'Disclosure requests received' },
    });
  });

  it('is a metric the report leaves out', () => {
    const [absent] = figures2017.rank('不予公开的有几件');
    expect(compute('value', [absent?.id ?? ''])).toEqual({
      kind: 'not-stated',
      metric: { metric: '不予公开的件数', en: 'Requests refused' },
      year: 2017,
    });
  });

  it('is a metric nobody knows', () => {
    expect(compute('value', ['moon-phase']).kind).toBe('unknown-metric');
    expect(compute('value', []).kind).toBe('unknown-metric');
  });
});
