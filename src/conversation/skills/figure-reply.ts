import type { FigureResult, NumericObservation, Observation } from '../../figures/index.ts';
import type { FigureFact } from '../outcome.ts';
import type { TurnContext } from '../skill.ts';
import { writeList, writeNamed, writeNotes, writeNumber, writeParts, writeValue } from './figure-text.ts';

/** What is said of a result: the number first, then how it comes about, then what one must know beside it. */
export interface FigureReply {
  readonly lines: readonly string[];
  /** The observations it rests on: quoted, cited and counted as facts. */
  readonly rests: readonly Observation[];
  /** A number the report does not state itself. */
  readonly derived?: FigureFact;
}

type Say = TurnContext['say'];
type Of<K extends FigureResult['kind']> = Extract<FigureResult, { kind: K }>;

function replyValue(say: Say, { observation, relations }: Of<'value'>): FigureReply {
  const { metric, year } = observation;
  const headline = say('figure.headline', { value: writeValue(say, observation), year, metric });
  const parts = relations.map((relation) =>
    say(relation.kind === 'overlap' ? 'figure.channels' : 'figure.parts', { parts: writeParts(say, relation) }),
  );
  return { lines: [headline, ...parts, ...writeNotes(say, [observation])], rests: [observation] };
}

function replyParts(say: Say, { relation }: Of<'parts'>): FigureReply {
  const { whole, parts, kind } = relation;
  const key = kind === 'overlap' ? 'figure.channels_headline' : 'figure.parts_headline';
  const values = {
    year: whole.year,
    metric: whole.metric,
    value: writeValue(say, whole),
    parts: writeParts(say, relation),
  };
  return { lines: [say(key, values), ...writeNotes(say, [relation])], rests: [whole, ...parts] };
}

function replyShare(say: Say, { part, whole, percent, relation }: Of<'share'>): FigureReply {
  const formula = { part: writeNamed(say, part), whole: writeNamed(say, whole), percent, year: whole.year };
  return {
    lines: [
      say('figure.share_headline', { percent }),
      say('figure.share_formula', formula),
      ...writeNotes(say, [{ note: relation?.note }]),
    ],
    rests: [part, whole],
    derived: {
      metric: say('figure.share_metric', { part: part.metric, whole: whole.metric }),
      year: whole.year,
      value: percent,
      unit: '%',
    },
  };
}

/** The unit of terms when they share one; otherwise that of the whole the report gives for them. */
function chooseUnit(terms: readonly NumericObservation[], whole: Observation | undefined): string {
  const [first] = terms;
  return terms.every(({ unit }) => unit === first?.unit) ? (first?.unit ?? '') : (whole?.unit ?? first?.unit ?? '');
}

function replySum(say: Say, { terms, total, stated }: Of<'sum'>): FigureReply {
  const [first] = terms;
  const year = first?.year ?? 0;
  const unit = chooseUnit(terms, stated?.whole);
  const written = writeNumber(say, total, unit);
  const complete = stated !== undefined && stated.parts.length === terms.length;
  const beside =
    stated && (complete || stated.kind === 'overlap')
      ? say(stated.whole.value === total ? 'figure.sum_agrees' : 'figure.sum_beside', {
          metric: stated.whole.metric,
          value: writeValue(say, stated.whole),
        })
      : undefined;
  const formula = terms.map((term) => writeNamed(say, term)).join(' + ');
  return {
    lines: [
      say('figure.sum_headline', { total: written }),
      say('figure.sum_formula', { terms: formula, total: written, year }),
      ...(beside ? [beside] : []),
      ...writeNotes(say, [{ note: stated?.note }]),
    ],
    rests: beside && stated ? [...terms, stated.whole] : terms,
    derived: {
      metric: say('figure.sum_metric', {
        terms: writeList(
          say,
          terms.map(({ metric }) => metric),
        ),
      }),
      year,
      value: total,
      unit,
    },
  };
}

function replyDifference(say: Say, { more, less, difference }: Of<'difference'>): FigureReply {
  const written =
    more.unit === '%' ? say('figure.points', { value: difference }) : writeNumber(say, difference, more.unit);
  const { year } = more;
  return {
    lines: [
      say('figure.difference_headline', { difference: written }),
      say('figure.difference_formula', {
        more: writeNamed(say, more),
        less: writeNamed(say, less),
        difference: written,
        year,
      }),
      ...writeNotes(say, [more, less]),
    ],
    rests: [more, less],
    derived: {
      metric: say('figure.difference_metric', { more: more.metric, less: less.metric }),
      year,
      value: difference,
      unit: more.unit,
    },
  };
}

function replyPerDay(say: Say, { whole, days, mean }: Of<'per-day'>): FigureReply {
  const written = writeNumber(say, mean, whole.unit);
  const { year, metric, unit } = whole;
  return {
    lines: [
      say('figure.per_day_headline', { mean: written }),
      say('figure.per_day_formula', { whole: writeNamed(say, whole), days, mean: written, year }),
      ...writeNotes(say, [whole]),
    ],
    rests: [whole],
    derived: { metric: say('figure.per_day_metric', { whole: metric }), year, value: mean, unit },
  };
}

function replyPerMonth(say: Say, { whole, mean }: Of<'per-month'>): FigureReply {
  const written = writeNumber(say, mean, whole.unit);
  const { year, metric, unit } = whole;
  return {
    lines: [
      say('figure.per_month_headline', { mean: written }),
      say('figure.per_month_formula', { whole: writeNamed(say, whole), mean: written, year }),
      ...writeNotes(say, [whole]),
    ],
    rests: [whole],
    derived: { metric: say('figure.per_month_metric', { whole: metric }), year, value: mean, unit },
  };
}

function replyMissing(
  say: Say,
  result: Of<'no-year' | 'not-stated' | 'not-computable' | 'unknown-metric'>,
): FigureReply {
  switch (result.kind) {
    case 'no-year': {
      const { year, metric: name, have } = result;
      const first =
        name === undefined
          ? say('figure.no_year_plain', { year })
          : say('figure.no_year', { year, metric: name.metric });
      const years = writeList(say, have.map(String));
      return {
        lines: [first, have.length ? say('figure.years_on_file', { years }) : say('figure.none_on_file')],
        rests: [],
      };
    }
    case 'not-stated': {
      const { year, metric } = result;
      return {
        lines: [say('figure.not_stated', { year, metric: metric.metric }), say('figure.not_stated_next')],
        rests: [],
      };
    }
    case 'not-computable': {
      const figures = writeList(
        say,
        result.observations.map((each) => writeNamed(say, each)),
      );
      return { lines: [say('figure.not_computable', { figures })], rests: result.observations };
    }
    case 'unknown-metric':
      return { lines: [say('figure.unknown_metric')], rests: [] };
  }
}

/** Puts a result into words. */
export function writeFigureReply(say: Say, result: FigureResult): FigureReply {
  switch (result.kind) {
    case 'value':
      return replyValue(say, result);
    case 'parts':
      return replyParts(say, result);
    case 'share':
      return replyShare(say, result);
    case 'sum':
      return replySum(say, result);
    case 'difference':
      return replyDifference(say, result);
    case 'per-day':
      return replyPerDay(say, result);
    case 'per-month':
      return replyPerMonth(say, result);
    default:
      return replyMissing(say, result);
  }
}
