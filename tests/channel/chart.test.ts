import { expect, test } from 'vitest';
import { type Chart, describeChart, readChart, rewriteChart } from '../../src/channel/chart.ts';
import { drawChart, heightOfChart } from '../../src/channel/draw-chart.ts';

const source = { title: '甲市2023年政府信息公开工作年度报告', url: 'https://example.gov.cn/1' };
const CHART: Chart = {
  shape: 'bars',
  title: '收到的申请/件',
  note: '口径不一定相同。',
  most: null,
  points: [
    { label: '甲市（2023年度）', value: 385, shown: '385件', source },
    { label: '乙区（2023年度）', value: 0, shown: '约0件', source },
  ],
};
const LOOK = { width: 600, size: 16, fonts: 'sans-serif', ink: '#000', line: '#ccc', bar: '#0f4c52' };

test('a picture of numbers holds the numbers themselves, names nobody, and is a file by its title', () => {
  const file = describeChart(CHART);
  expect(file).toMatchObject({ name: '收到的申请 件.png', mediaType: 'image/png', personal: false });
  expect(readChart(file.reference)).toEqual(CHART);
});

test.each([
  '',
  'document/1/1',
  'chart/',
  'chart/{"shape":"pie"}',
  'chart/{',
  `chart/${JSON.stringify({ ...CHART, points: [] })}`,
])('no chart is read from %j', (reference) => expect(readChart(reference)).toBeUndefined());

test('its words are written otherwise where the reader writes otherwise; numbers and addresses stay', () => {
  const rewritten = readChart(rewriteChart(describeChart(CHART), (text) => text.replaceAll('约', '約')).reference);
  expect(rewritten?.points[1]).toEqual({ ...CHART.points[1], shown: '約0件' });
  const other = { ...describeChart(CHART), reference: 'document/1/1' };
  expect(rewriteChart(other, () => 'x')).toBe(other);
});

test('every number stands beside its bar, the first at the top, and every bar has its room', () => {
  const drawn = JSON.stringify(drawChart(CHART, { ...LOOK, titled: false }));
  expect(drawn).toContain('"data":["乙区\\n（2023年度）","甲市\\n（2023年度）"]');
  for (const { shown } of CHART.points) expect(drawn).toContain(shown);
  expect(drawn).not.toContain(CHART.note);
  const twice = { ...CHART, points: [...CHART.points, ...CHART.points] };
  expect(heightOfChart(twice, { ...LOOK, titled: true })).toBeGreaterThan(
    heightOfChart(CHART, { ...LOOK, titled: true }) * 1.3,
  );
});
