import type { FigureQuery, Figures, Observation } from '../../figures/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { type FigureCues, readFigureCues } from './figure-cues.ts';
import { planFigure } from './figure-plan.ts';
import { dropYears } from './years.ts';

export type { FigureQuery } from '../../figures/index.ts';

export interface FigureSlots {
  /** Years the message speaks of, already resolved: 去年 is a number here. */
  readonly years: readonly number[];
  /** true when the message names a place or an authority these reports are not of. */
  readonly elsewhere?: boolean;
}

export interface FigureReading {
  readonly query: FigureQuery;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** A question that is a known way of asking may do without any other sign. */
const VERBATIM = 0.85;
/** As much as a question with no other sign of asking for a figure needs, to be taken for one at all. */
const NEARLY_VERBATIM = 0.82;
const LEAST = 0.4;
/** A share asked for by the number the report states is meant beyond doubt. */
const QUOTED = 0.9;
/** Enough when the question names a metric and says what to work out of it. */
const LEAST_OPERATING = 0.3;

interface Signs {
  /** Match of the best metric, from 0 to 1. */
  readonly score: number;
  readonly cues: FigureCues;
  /** A year is named. */
  readonly dated: boolean;
  /** A number of the report stands in the question: 书面答复8件吗. */
  readonly quotesValue: boolean;
  /** Something is to be calculated from several figures, or a rate is asked for. */
  readonly operates: boolean;
  /** The metric is an amount of money, asked for with 多少钱. */
  readonly money: boolean;
  /** The metric is a date, a name or a document number, which is not asked for with 多少. */
  readonly textual: boolean;
  /** The reports do not say it. */
  readonly absent: boolean;
  /** Metrics named in the question. */
  readonly named: number;
}

/** How sure it is that a figure is asked for. Zero when it is not. */
function judge({ score, cues, dated, quotesValue, operates, money, textual, absent, named }: Signs): number {
  const asks =
    quotesValue ||
    operates ||
    (cues.quantity && (money || !cues.timeOrPrice)) ||
    (textual && (cues.words || cues.quantity));
  if (!asks) return score >= NEARLY_VERBATIM ? 0.75 * score : 0;
  if (score >= VERBATIM && !absent) return score;
  if (score < (operates && (named > 0 || cues.quantity) ? LEAST_OPERATING : LEAST) && !(operates && named > 1))
    return 0;
  if (cues.procedure && !quotesValue) return 0;
  const sure = Math.min(0.95, cues.told || dated || quotesValue || operates ? score + 0.25 : score);
  // A general question may sound like one about what the reports leave out, or about some report's dates.
  return (absent || textual) && !dated && !quotesValue ? 0.7 * sure : sure;
}

/** Those of these whose value stands in the question with its unit, in the order of the question. */
function findQuoted(subject: string, observations: readonly Observation[]): readonly Observation[] {
  const at = ({ value, unit }: Observation) =>
    typeof value === 'number' ? subject.search(new RegExp(`(?<!\\d)${value}${unit}`, 'u')) : -1;
  return observations.filter((each) => at(each) >= 0).toSorted((a, b) => at(a) - at(b));
}

/** 27件占总数多少, 8件占35件的比例: the share of a number the report states, in the other one or in its whole. */
function planQuotedShare(
  figures: Figures,
  quoted: readonly Observation[],
  year: number,
): readonly string[] | undefined {
  const relations = figures.listRelations(year).filter(({ kind }) => kind !== 'same');
  const [first] = quoted;
  for (const part of quoted.filter(({ value }) => value === first?.value)) {
    const wholes = relations.filter(({ parts }) => parts.some(({ id }) => id === part.id)).map(({ whole }) => whole.id);
    const whole = quoted.find(({ id }) => wholes.includes(id))?.id ?? wholes[0];
    if (whole !== undefined) return [part.id, whole];
  }
  return undefined;
}

/**
 * Reads a question for a figure: which metrics, which year, and whether a value, parts, a share, a sum, a difference or
 * a daily mean is wanted. Undefined when it is not a question for a figure. Without a year the newest report is meant.
 */
export function readFigureQuery(text: string, slots: FigureSlots, figures: Figures): FigureReading | undefined {
  const newest = figures.years.at(-1);
  if (newest === undefined || slots.elsewhere) return undefined;
  const subject = dropYears(normalise(text));
  const ranked = figures.rank(subject);
  const [best] = ranked;
  if (!best) return undefined;
  const cues = readFigureCues(subject);
  const named = figures.mention(subject);
  const absent = figures.nameAbsent(best.id) !== undefined;
  const year = slots.years.find((each) => figures.years.includes(each)) ?? slots.years[0] ?? newest;
  // Relations of a year that is not on file cannot be looked up; the newest ones tell what is meant.
  const known = figures.years.includes(year) ? year : newest;
  // What the report does not say has no parts and no shares.
  const metrics = ranked.map(({ id }) => id).filter((id) => figures.nameAbsent(id) === undefined);
  const quoted = findQuoted(subject, figures.list(known));
  const share = cues.operations.includes('share') ? planQuotedShare(figures, quoted, known) : undefined;
  if (share) return { query: { kind: 'share', metrics: share, year }, confidence: QUOTED };
  const wanted = absent
    ? { kind: 'value' as const, metrics: [best.id] }
    : planFigure(figures, cues, named, metrics, known);
  const own = figures.observe(best.id, known);
  const confidence = judge({
    score: best.score,
    cues,
    dated: slots.years.length > 0,
    quotesValue: own ? quoted.includes(own) : quoted.length > 0,
    operates: wanted.kind !== 'value' || (own?.unit === '%' && cues.operations.includes('share')),
    money: own?.unit === '元',
    textual: typeof own?.value === 'string',
    absent,
    named: named.length,
  });
  const alsoAsked = slots.years.filter((each) => each !== year && !figures.years.includes(each));
  return confidence > 0 ? { query: { ...wanted, year, alsoAsked }, confidence } : undefined;
}
