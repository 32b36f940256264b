import { type Chart, describeChart } from '../../channel/chart.ts';
import type { OutMessage } from '../../channel/message.ts';
import { areComparable, baseUnit, type PublishedFigure } from '../../figures/index.ts';
import type { TurnContext } from '../skill.ts';

type Point = Chart['points'][number];
type Shape = Chart['shape'];

/** A share: a figure and the whole it is part of. `percent` is rounded to one decimal. */
export interface Share {
  readonly part: PublishedFigure;
  readonly whole: PublishedFigure;
  readonly percent: number;
}

const HUNDRED = 100;

/** A metric by name, in the reader's language where it has one. */
export function nameMetric({ state }: TurnContext, { metric }: PublishedFigure): string {
  return state.locale === 'en' ? (metric.en ?? metric.metric) : metric.metric;
}

function labelOf({ say }: TurnContext, { authority, year }: PublishedFigure): string {
  return say('published.chart_label', { authority, year });
}

const sourceOf = ({ title, url }: PublishedFigure): Point['source'] => ({ title, url });

function pointOf(context: TurnContext, figure: PublishedFigure, label: string): Point {
  const { amount, value, unit, approximate } = figure;
  const shown = context.say(approximate ? 'figure.number_about' : 'figure.number', { value, unit });
  return { label, value: amount, shown, source: sourceOf(figure) };
}

/** The chart as a message: its picture, and in words everything that is to be seen on it. */
function sendChart({ say }: TurnContext, chart: Chart): OutMessage {
  const points = chart.points.map(({ label, shown }) => say('published.chart_point', { label, shown }));
  const text = say(chart.shape === 'line' ? 'published.chart_line' : 'published.chart_bars', {
    title: chart.title,
    points: points.join(say('published.chart_comma')),
  });
  return { kind: 'picture', text, file: describeChart(chart), instead: say('published.chart_instead') };
}

/** Figures side by side as bars, or one authority's over the years as a line. Nothing where they cannot be set side by side. */
export function chartFigures(
  context: TurnContext,
  shape: Shape,
  metric: string,
  figures: readonly PublishedFigure[],
): readonly OutMessage[] {
  const { say } = context;
  const [first] = figures;
  if (!first || figures.length < 2 || !figures.every((each) => areComparable(first, each))) return [];
  const units = new Set(figures.map(({ unit }) => baseUnit(unit)));
  const named = units.size === 1 ? say('published.chart_unit', { metric, unit: [...units].join('') }) : metric;
  const title = shape === 'line' ? say('published.chart_of', { authority: first.authority, title: named }) : named;
  const points = figures.map((each) =>
    pointOf(context, each, shape === 'line' ? String(each.year) : labelOf(context, each)),
  );
  return [sendChart(context, { shape, title, note: say('published.chart_note'), most: null, points })];
}

/** Shares in hundredths of their wholes. */
export function chartShares(context: TurnContext, metric: string, shares: readonly Share[]): readonly OutMessage[] {
  const { say } = context;
  const [first] = shares;
  if (!first) return [];
  const points = shares.map(({ part, whole, percent }) => ({
    label: labelOf(context, part),
    value: percent,
    shown: say('published.chart_share', { percent, part: part.value, whole: whole.value }),
    source: sourceOf(part),
  }));
  const title = say('published.chart_share_of', { metric, whole: nameMetric(context, first.whole) });
  return [sendChart(context, { shape: 'bars', title, note: say('published.chart_note'), most: HUNDRED, points })];
}
