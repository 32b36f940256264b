import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from './chart.ts';

/** How a chart looks where it is drawn. Lengths are pixels. */
export interface ChartLook {
  readonly width: number;
  /** Size of the writing. */
  readonly size: number;
  readonly fonts: string;
  readonly ink: string;
  readonly line: string;
  readonly bar: string;
  /** Whether title and note are drawn; a page has them as text beside the drawing. */
  readonly titled: boolean;
}

const LINE_HEIGHT = 1.4;
/** Of the width, for the names of bars. */
const ROOM_FOR_NAMES = 0.36;
const NARROW = 0.6;

/** Lines a text takes where so many pixels are free: a Chinese character is as wide as it is high. */
function countLines(text: string, room: number, size: number): number {
  const widthOf = (line: string) =>
    Array.from(line).reduce((sum, sign) => sum + (sign < '\u1100' ? NARROW : 1), 0) * size;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** A name and its year below each other rather than torn anywhere. */
const breakLabel = (label: string): string => label.replace(/(.)([（(])/u, '$1\n$2');

/** Pixels a bar takes, so that the longest name stands beside it in full. */
function pitchOfBars({ points }: Chart, { size, width }: ChartLook): number {
  const lines = points.map(({ label }) => countLines(breakLabel(label), width * ROOM_FOR_NAMES, size));
  return size * (LINE_HEIGHT * Math.max(...lines) + 0.6);
}

function heightOfTitle({ title }: Chart, { size, width }: ChartLook): number {
  return size * (1.5 + 1.7 * countLines(title, width - size * 2, size * 1.2));
}

/** Height that gives every bar room for its name. */
export function heightOfChart(chart: Chart, look: ChartLook): number {
  const { size, width, titled } = look;
  const frame = titled ? heightOfTitle(chart, look) + size * 3.3 : size;
  const body =
    chart.shape === 'bars' ? chart.points.length * pitchOfBars(chart, look) : Math.max(size * 12, width * 0.5);
  return Math.round(frame + body);
}

function drawTitles({ title, note }: Chart, { size, ink, fonts, width }: ChartLook) {
  const text = { color: ink, fontFamily: fonts, width: width - size * 2, overflow: 'break' as const };
  return [
    {
      text: title,
      left: size,
      top: size * 0.8,
      textStyle: { ...text, fontSize: size * 1.2, lineHeight: size * 1.7, fontWeight: 'bold' },
    },
    {
      text: note,
      left: size,
      bottom: size * 0.6,
      textStyle: { ...text, fontSize: size * 0.8, fontWeight: 'normal', lineHeight: size * 1.1 },
    },
  ];
}

/** How every label is written: names of bars, numbers of an axis, values. */
const writeLabel = ({ size, ink, fonts }: ChartLook) => ({ color: ink, fontSize: size, fontFamily: fonts });

/** Values with what is written beside each. */
function labelValues(points: Chart['points'], position: 'right' | 'top', look: ChartLook) {
  return points.map(({ value, shown }) => ({
    value,
    label: { show: true, position, formatter: shown, ...writeLabel(look) },
  }));
}

function drawBars({ points, most }: Chart, look: ChartLook): EChartsCoreOption {
  const { size, width, bar } = look;
  const upwards = points.toReversed();
  return {
    xAxis: { type: 'value', show: false, min: 0, ...(most === null ? {} : { max: most }) },
    yAxis: {
      type: 'category',
      data: upwards.map(({ label }) => breakLabel(label)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...writeLabel(look),
        width: width * ROOM_FOR_NAMES,
        overflow: 'break',
        lineHeight: size * LINE_HEIGHT,
        margin: size / 2,
        interval: 0,
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: size * 1.7,
        itemStyle: { color: bar },
        data: labelValues(upwards, 'right', look),
      },
    ],
  };
}

function drawLine({ points, most }: Chart, look: ChartLook): EChartsCoreOption {
  const { size, line, bar } = look;
  return {
    xAxis: {
      type: 'category',
      data: points.map(({ label }) => label),
      axisLabel: writeLabel(look),
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(most === null ? {} : { max: most }),
      axisLabel: writeLabel(look),
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'line',
        symbolSize: size * 0.6,
        lineStyle: { width: 3, color: bar },
        itemStyle: { color: bar },
        data: labelValues(points, 'top', look),
      },
    ],
  };
}

/** A chart as ECharts draws it: the same on the page and in a picture. */
export function drawChart(chart: Chart, look: ChartLook): EChartsCoreOption {
  const { size, titled, width } = look;
  const bars = chart.shape === 'bars';
  return {
    animation: false,
    ...(titled ? { title: drawTitles(chart, look) } : {}),
    grid: {
      left: bars ? width * ROOM_FOR_NAMES + size * 1.5 : size,
      right: bars ? size * 6.5 : size * 2,
      top: titled ? heightOfTitle(chart, look) : bars ? 0 : size * 2,
      bottom: titled ? size * 3.3 : bars ? 0 : size,
    },
    ...(bars ? drawBars(chart, look) : drawLine(chart, look)),
  };
}
