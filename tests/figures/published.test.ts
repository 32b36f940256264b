import { describe, expect, it } from 'vitest';
import { areComparable, buildPublished, rankFigures } from '../../src/figures/index.ts';
import type { PublishedFile } from '../../src/knowledge/schema/published.ts';
import { report2017 } from './report-2017.ts';

const FILE: PublishedFile = {
  metrics: [
    { id: 'requests-received', metric: '收到的申请', names: ['申请'], own: 'requests-received' },
    { id: 'proactive-items', metric: '主动公开', names: ['主动公开'], own: 'proactive-items' },
  ],
  reports: [
    {
      authority: '海棠市',
      names: ['海棠'],
      year: 2020,
      url: 'https://example.gov.cn/2020',
      read: '2026-11-23',
      figures: [{ metric: 'proactive-items', value: 1.5, unit: '万条', approximate: false, quote: '主动公开1.5万条' }],
    },
    {
      authority: '海棠市',
      names: ['海棠'],
      year: 2019,
      url: 'https://example.gov.cn/2019',
      read: '2026-11-23',
      figures: [{ metric: 'requests-received', value: 3, unit: '例', approximate: false, quote: '申请3例' }],
    },
  ],
};
const published = buildPublished(FILE, [report2017], { name: '沈阳市信访局', short: [] });

describe('reports of several authorities', () => {
  it('stand beside the own ones, with every authority’s years', () => {
    expect(published.publishers.map(({ name, years, own }) => [name, years, own])).toEqual([
      ['沈阳市信访局', [2017], true],
      ['海棠市', [2019, 2020], false],
    ]);
    expect(published.figures.map(({ authority, year, amount }) => [authority, year, amount])).toEqual([
      ['沈阳市信访局', 2017, 35],
      ['沈阳市信访局', 2017, 97],
      ['海棠市', 2020, 15_000],
      ['海棠市', 2019, 3],
    ]);
  });

  it('are ranked by what they amount to, ten thousands as such', () => {
    expect(rankFigures(published.figures).map(({ amount }) => amount)).toEqual([15_000, 97, 35, 3]);
  });

  it('are compared where they count things', () => {
    const [own, , , other] = published.figures;
    if (!own || !other) throw new Error('no figures');
    expect(areComparable(own, other)).toBe(true);
    expect(areComparable(own, { ...other, unit: '万元' })).toBe(false);
  });
});
