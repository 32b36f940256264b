import { expect, test } from 'vitest';
import { type Chart, describeChart } from '../../src/channel/chart.ts';
import { createChartFiles, renderJob } from '../../src/documents/index.ts';
import { drawSvg } from '../../src/documents/picture/draw-svg.ts';

const source = { title: '甲市年度报告', url: null };
const CHART: Chart = {
  shape: 'line',
  title: '甲市历年申请',
  note: '取自年度报告。',
  most: null,
  points: [
    { label: '2022', value: 3, shown: '3件', source },
    { label: '2023', value: 4, shown: '约4件', source },
  ],
};

test('the drawing says everything the chart says', () => {
  const svg = drawSvg(CHART);
  for (const words of [CHART.title, CHART.note, '2022', '3件', '约4件']) expect(svg).toContain(words);
});

test('a chart is a picture in the fonts that come with the product, made when it is sent', async () => {
  const files = createChartFiles(renderJob);
  const { reference } = describeChart(CHART);
  const bytes = await files(reference, 1_000_000);
  expect(bytes).toBeInstanceOf(Uint8Array);
  const picture = Buffer.from(bytes as Uint8Array);
  expect([picture.toString('latin1', 1, 4), picture.readUInt32BE(16)]).toEqual(['PNG', 1280]);
  // Without its writing the same drawing is a third of this.
  expect(picture.length).toBeGreaterThan(25_000);
  expect(await files(reference, 100)).toBe('too_large');
  expect(await files('document/1/1', 100)).toBe('gone');
});
