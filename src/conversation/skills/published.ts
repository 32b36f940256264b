import type { CitedSource, OutMessage } from '../../channel/message.ts';
import { areComparable, type PublishedFigure, type Publisher, rankFigures } from '../../figures/index.ts';
import { type FigureFact, outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import type { PublishedQuery } from '../understand/published-query.ts';
import { chartFigures, chartShares, nameMetric, type Share } from './chart.ts';
import { writeList } from './figure-text.ts';

type Say = TurnContext['say'];
type Asking = Exclude<PublishedQuery, { kind: 'holdings' }>;
/** The longest list that is still read in a chat. */
const MOST_LINES = 10;
const SURE = 0.9;

function writeAmount(say: Say, { value, unit, approximate }: PublishedFigure): string {
  return say(approximate ? 'figure.number_about' : 'figure.number', { value, unit });
}

function writeLine(context: TurnContext, figure: PublishedFigure, place?: number): string {
  const { authority, year } = figure;
  const values = {
    authority,
    year,
    metric: nameMetric(context, figure),
    value: writeAmount(context.say, figure),
    place: place ?? 0,
  };
  return context.say(place === undefined ? 'published.line' : 'published.ranked', values);
}

const cite = ({ title, url }: PublishedFigure): CitedSource => ({ title, article: null, url });
const toFact = ({ authority, metric, year, value, unit }: PublishedFigure): FigureFact => ({
  metric: `${authority} ${metric.metric}`,
  year,
  value,
  unit,
});

/** Which years are held, where one asked for is not; that the metric is not, where its report is. */
function writeMissing(
  { say }: TurnContext,
  { name, years }: Publisher,
  asked: readonly number[],
  found: readonly PublishedFigure[],
  metric: string,
): string[] {
  const held = writeList(say, years.map(String));
  const absent = asked.filter((each) => !years.includes(each));
  if (absent.length > 0) return absent.map((year) => say('published.no_year', { authority: name, year, years: held }));
  const stated = found.some(({ authority }) => authority === name);
  return stated ? [] : [say('published.not_stated', { authority: name, years: held, metric })];
}

function compareTwo(context: TurnContext, figures: readonly PublishedFigure[]): string[] {
  const [more, less] = rankFigures(figures);
  if (figures.length !== 2 || !more || !less || !areComparable(more, less)) return [];
  if (more.amount === less.amount) return [context.say('published.equal')];
  const difference = Math.round((more.amount - less.amount) * 1e4) / 1e4;
  return [context.say('published.difference', { more: more.authority, less: less.authority, difference })];
}

/** The change from the first year held to the last. */
function writeTrend(context: TurnContext, figures: readonly PublishedFigure[]): string[] {
  const inOrder = figures.toSorted((a, b) => a.year - b.year);
  const [first, last] = [inOrder.at(0), inOrder.at(-1)];
  if (!first || !last || first === last) return figures.length ? [context.say('published.one_year')] : [];
  const change = Math.round((last.amount - first.amount) * 1e4) / 1e4;
  const key = change === 0 ? 'published.level' : change > 0 ? 'published.up' : 'published.down';
  return [context.say(key, { from: first.year, to: last.year, change: Math.abs(change) })];
}

/** Each figure as a share of its whole, where the same report holds it. */
function listShares({ release: { published } }: TurnContext, figures: readonly PublishedFigure[]): Share[] {
  return figures.flatMap((part) => {
    const whole = published.figures.find(
      ({ authority, year, metric }) =>
        authority === part.authority && year === part.year && metric.id === part.metric.partOf,
    );
    if (!whole || whole.amount === 0 || !areComparable(part, whole)) return [];
    return [{ part, whole, percent: Math.round((part.amount / whole.amount) * 1000) / 10 }];
  });
}

function writeShare(context: TurnContext, { part, whole, percent }: Share): string {
  return context.say('published.share', { part: writeLine(context, part), whole: writeLine(context, whole), percent });
}

/** The chart of an answer that sets figures side by side. */
function chartAnswer(
  context: TurnContext,
  query: Asking,
  { figures, name }: { readonly figures: readonly PublishedFigure[]; readonly name: string },
): readonly OutMessage[] {
  if (query.kind === 'share') return chartShares(context, name, listShares(context, figures));
  if (query.kind === 'trend' && query.publishers.length === 1)
    return chartFigures(
      context,
      'line',
      name,
      figures.toSorted((a, b) => a.year - b.year),
    );
  return query.kind === 'value' ? [] : chartFigures(context, 'bars', name, rankFigures(figures).slice(0, MOST_LINES));
}

function writeAnswer(context: TurnContext, query: Asking, figures: readonly PublishedFigure[]): string[] {
  if (query.kind === 'rank')
    return rankFigures(figures)
      .slice(0, MOST_LINES)
      .map((each, at) => writeLine(context, each, at + 1));
  const lines = figures.map((each) => writeLine(context, each));
  if (query.kind === 'compare') return [...lines, ...compareTwo(context, figures)];
  if (query.kind === 'trend')
    return [
      ...figures.toSorted((a, b) => a.year - b.year).map((each) => writeLine(context, each)),
      ...writeTrend(context, figures),
    ];
  if (query.kind === 'share') {
    const shares = listShares(context, figures).map((share) => writeShare(context, share));
    return shares.length ? shares : lines;
  }
  return lines;
}

function tellHoldings(context: TurnContext): SkillResult {
  const { say, release } = context;
  const lines = release.published.publishers.map(({ name, years }) =>
    say('published.held', { authority: name, years: writeList(say, years.map(String)) }),
  );
  const text = [say('published.holdings'), ...lines].join('\n');
  return {
    replies: [{ kind: 'text', text }],
    outcome: outcomeOf({ kind: 'figure', id: 'published', confidence: SURE }),
  };
}

/** The figures a question asks for: of the years named, or the newest of each authority; of all years for a trend. */
function selectFigures({ release }: TurnContext, { metric, publishers, years, kind }: Asking): PublishedFigure[] {
  const own = release.published.figures.filter((each) => each.metric.id === metric);
  return publishers.flatMap(({ name }) => {
    const held = own.filter(({ authority }) => authority === name);
    if (kind === 'trend') return held;
    if (years.length > 0) return held.filter(({ year }) => years.includes(year));
    return held.toSorted((a, b) => b.year - a.year).slice(0, 1);
  });
}

/**
 * Answers for figures of other authorities, or of several side by side. Every number comes with its authority, year,
 * words and page; an authority whose year or metric is not held is said to lack it, and nothing is made up for it.
 */
export function answerPublished(context: TurnContext, query: PublishedQuery): SkillResult {
  if (query.kind === 'holdings') return tellHoldings(context);
  const { say, release } = context;
  const figures = selectFigures(context, query);
  const shown = query.kind === 'rank' ? rankFigures(figures).slice(0, MOST_LINES) : figures;
  const metric = release.published.metrics.find(({ id }) => id === query.metric);
  const name = (context.state.locale === 'en' ? metric?.en : undefined) ?? metric?.metric ?? '';
  // Of everybody only those who state it are told; of those named each is accounted for.
  const everyone = query.publishers.length === release.published.publishers.length;
  const missing = everyone
    ? []
    : query.publishers.flatMap((each) => writeMissing(context, each, query.years, figures, name));
  const notes = shown.flatMap(({ note }) => note ?? []).map((note) => say('figure.note', { note }));
  const several = shown.length > 1 ? [say('published.own_rules')] : [];
  const quotes =
    shown.length <= 3 ? shown.map(({ authority, quote }) => say('published.quote', { authority, quote })) : [];
  const head = shown.length + missing.length === 0 ? [say('published.none', { metric: name })] : [];
  const text = [...head, ...writeAnswer(context, query, figures), ...missing, ...notes, ...several, ...quotes].join(
    '\n',
  );
  const sources = [...new Map(shown.map((each) => [each.title, cite(each)])).values()];
  const outcome = outcomeOf({
    kind: 'figure',
    id: `published/${query.metric}`,
    sources,
    figures: shown.map(toFact),
    confidence: SURE,
  });
  const chart = chartAnswer(context, query, { figures: shown, name });
  return { replies: [{ kind: 'text', text, sources }, ...chart], outcome };
}
