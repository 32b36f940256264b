import { describe, expect, it } from 'vitest';
import { documentOfText } from '../../src/reports/document.ts';
import { scoreFigures } from '../../src/reports/index.ts';
import { readReport } from '../../src/reports/read/read-report.ts';

/** An extract as collectors of reports write them: fields, a listing, quotations, sums of their own. */
const EXTRACT = `https://example.gov.cn/report
agency: 海棠市
report_year: 2022
format: 2021-format(30号)
contact_in_report: 海棠市公开路36号 110000 0240-88830330

[figures]
主动公开	12	条
其中 网站	8	条
经费	3万余	元
规章 制发/废止/有效	3/0/15	件
新收 自然人/企业/总计	60/2/62	件
予以公开	59/2/61	件

[quotes]
「主动公开信息12条，其中网站公开8条」
「规范性文件 | 21 | 0 | 21」

[arithmetic]
OK  合计: 8+4 = 12 vs stated 12
`;

const report = readReport(documentOfText(EXTRACT), '2022_海棠市.txt');

describe('an extract of a report', () => {
  it('says whose it is', () => {
    expect(report).toMatchObject({ authority: '海棠市', year: 2022, form: '2021' });
  });

  it('names its figures, and the quotation proves them', () => {
    expect(report.figures.find(({ metric }) => metric === '其中 网站')).toMatchObject({
      value: 8,
      unit: '条',
      quote: '主动公开信息12条，其中网站公开8条',
      of: '主动公开',
      said: '网站公开',
    });
    expect(report.figures.filter(({ value }) => value === 12)).toHaveLength(1);
  });

  it('holds rows told as one and each of their numbers', () => {
    expect(report.figures.filter(({ metric }) => metric.startsWith('规章')).map(({ value }) => value)).toEqual([
      '3/0/15',
      3,
      0,
      15,
    ]);
    expect(report.tables.三).toMatchObject({
      ids: ['new', 'granted'],
      values: [
        [60, 2, null, null, null, null, 62],
        [59, 2, null, null, null, null, 61],
      ],
    });
    expect(report.tables.二?.values).toEqual([
      [3, 0, 15],
      [21, 0, 21],
    ]);
  });

  it('keeps contacts and the collector’s own sums out', () => {
    expect(report.figures.some(({ quote }) => /8\+4|contact/u.test(quote))).toBe(false);
  });
});

describe('the score', () => {
  const label = (metric: string, value: number | string, unit: string) => ({ file: 'a', metric, value, unit });
  const score = (...labels: ReturnType<typeof label>[]) => scoreFigures(labels, () => report);

  it('counts a figure whose value, unit and name are right', () => {
    expect(
      score(label('主动公开', 12, '条'), label('经费', '3万余', '元'), label('规章', '3/0/15', '件')),
    ).toMatchObject({ right: 3 });
  });

  it('says what is missing', () => {
    const { missed } = score(label('主动公开', 13, '条'), label('经费', 3, '元'), label('听证会', 12, '条'));
    expect(missed.map(({ why }) => why)).toEqual(['no-value', 'no-value', 'other-name']);
  });
});
