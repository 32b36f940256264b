import type { EChartsCoreOption } from 'echarts/core';
import type { Figures } from '../api/queries.ts';

/** Told apart by those who see colours otherwise, too. */
const COLOURS = ['#0f4c52', '#c8553d', '#588157', '#e0a458', '#5b5f97', '#8d99ae', '#b5838d', '#3d405b'];
const MARGINS = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true };

type Counted = Figures['byDay'];

export function drawDays(days: Counted): EChartsCoreOption {
  return {
    color: COLOURS,
    grid: MARGINS,
    xAxis: { type: 'category', data: days.map(({ name }) => name) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'line', data: days.map(({ count }) => count) }],
  };
}

/** Lying bars, most at the top, each with its name beside it. */
export function drawMost(rows: Counted): EChartsCoreOption {
  const upwards = rows.slice(0, 10).toReversed();
  return {
    color: COLOURS,
    grid: MARGINS,
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: {
      type: 'category',
      data: upwards.map(({ name }) => name),
      axisLabel: { width: 140, overflow: 'truncate' },
    },
    series: [{ type: 'bar', data: upwards.map(({ count }) => count) }],
  };
}

/** Each month's channels in hundredths. */
export function drawMonths(months: Figures['filedMonths'], nameOf: (channel: string) => string): EChartsCoreOption {
  const channels = [...new Set(months.flatMap((month) => month.channels.map(({ name }) => name)))];
  const inHundred = (month: Figures['filedMonths'][number], channel: string) => {
    const count = month.channels.find(({ name }) => name === channel)?.count ?? 0;
    return month.count === 0 ? 0 : Math.round((count / month.count) * 1000) / 10;
  };
  return {
    color: COLOURS,
    grid: MARGINS,
    legend: { top: 0, type: 'plain' },
    xAxis: { type: 'category', data: months.map(({ month }) => month) },
    yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } },
    series: channels.map((channel) => ({
      type: 'bar',
      stack: 'all',
      name: nameOf(channel),
      data: months.map((month) => inHundred(month, channel)),
    })),
  };
}
