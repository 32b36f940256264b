import { expect, test } from 'vitest';
import {
  draftPublishedReport,
  listPublishedFigures,
  matchFigures,
  type ReviewedFigure,
} from '../../../src/knowledge/import/index.ts';

const FILE = `# Read on the authorities' own pages.
metrics:
  - { id: site, metric: 门户网站, names: [网站] }
  - { id: wechat, metric: 微信, names: [微信] }
  - { id: paper, metric: 报刊, names: [报刊] }
reports:
  - authority: 甲局
    names: [甲局, 甲]
    year: 2023
    url: https://www.example.gov.cn/old.html
    read: 2025-01-01
    figures:
      - { metric: site, value: 400, unit: 条, quote: 门户网站400条, note: 含转载 }
      - { metric: paper, value: 3, unit: 条, quote: 报刊3条 }
  - authority: 乙局
    names: [乙局]
    year: 2023
    url: https://www.example.gov.cn/b.html
    read: 2025-01-01
    figures:
      - { metric: site, value: 9, unit: 条, quote: 网站9条 }
`;
const HEAD = {
  authority: '甲局',
  year: 2023,
  title: '甲局2023年报告',
  signed: '2024-01-20',
  published: '2024-01-25',
  url: 'https://www.example.gov.cn/new.html',
  sections: [],
  read: '2026-11-23',
};
const figure = (as: string, value: number, quote: string): ReviewedFigure => ({
  metric: as,
  value,
  unit: '条',
  approximate: false,
  section: null,
  quote,
  as,
  replaces: null,
});

test('another authority’s report that was read once before is mended where it stands, not put in twice', () => {
  const figures = [figure('site', 401, '门户网站401条'), figure('wechat', 7, '微信7条')];
  const { figures: matched, lacking } = matchFigures(figures, listPublishedFigures(FILE, '甲局', 2023));
  expect([matched.map(({ standing }) => standing?.value), lacking.map(({ id }) => id)]).toEqual([
    [400, undefined],
    ['paper'],
  ]);
  expect(draftPublishedReport(FILE, HEAD, { figures, drop: ['paper'] })).toBe(
    FILE.replace('old.html', 'new.html')
      .replace('2025-01-01', '2026-11-23')
      .replace('value: 400, unit: 条, quote: 门户网站400条', 'value: 401, unit: 条, quote: 门户网站401条')
      .replace(
        '      - { metric: paper, value: 3, unit: 条, quote: 报刊3条 }\n',
        '      - metric: wechat\n        value: 7\n        unit: 条\n        quote: 微信7条\n',
      ),
  );
});

test('one not read before comes after the last', () => {
  const drafted = draftPublishedReport(
    FILE,
    { ...HEAD, year: 2024 },
    { figures: [figure('site', 5, '网站5条')], drop: [] },
  );
  expect(drafted.startsWith(FILE)).toBe(true);
  expect(drafted).toContain('    year: 2024\n');
});
