import type { Choice, CitedSource } from '../../channel/message.ts';
import { computeFigure, type FigureQuery, type FigureResult, type Observation } from '../../figures/index.ts';
import { citeSource } from '../../knowledge/cite.ts';
import { encodeCommand } from '../command.ts';
import { type FigureFact, outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { translateObservation, translateResult } from './figure-english.ts';
import { writeFigureReply } from './figure-reply.ts';

const MOST_CHOICES = 4;

function citeObservations(context: TurnContext, observations: readonly Observation[]): CitedSource[] {
  const { base } = context.release;
  const cited = observations.map(({ year, section }) => citeSource({ report: year, section }, base));
  return [...new Map(cited.map((source) => [`${source.title}${source.article}`, source])).values()];
}

/** The words the figures were read from, each once, with their section. */
function quoteObservations(context: TurnContext, observations: readonly Observation[]): string[] {
  const lines = observations.map((each) => {
    const section =
      citeSource({ report: each.year, section: each.section }, context.release.base).article ?? each.section;
    return context.say('figure.quote', { section, quote: each.quote });
  });
  return [...new Set(lines)];
}

function offerFigure(context: TurnContext, observation: Observation): Choice {
  const { id, year } = observation;
  const { metric } = context.state.locale === 'en' ? translateObservation(observation) : observation;
  return {
    value: encodeCommand({ do: 'figure', id, year }),
    label: context.say('figure.choice_figure', { metric }),
  };
}

/** What is next to a metric: its parts, or the whole it belongs to and the other parts. */
function offerNeighbours(context: TurnContext, observation: Observation): Choice[] {
  const relations = context.release.figures.listRelations(observation.year).filter(({ kind }) => kind !== 'same');
  const own = relations.filter(({ whole }) => whole.id === observation.id).flatMap(({ parts }) => parts);
  const above = relations.filter(({ parts }) => parts.some(({ id }) => id === observation.id));
  const around = above.flatMap(({ whole, parts }) => [whole, ...parts]);
  const ids = new Map([...own, ...around].map((each) => [each.id, each]));
  ids.delete(observation.id);
  return [...ids.values()].map((each) => offerFigure(context, each));
}

function offerNext(
  context: TurnContext,
  query: FigureQuery,
  result: FigureResult,
  rests: readonly Observation[],
): Choice[] {
  if (result.kind === 'no-year') {
    const [id] = query.metrics;
    return result.have.toReversed().flatMap((year) => {
      const observation = id === undefined ? undefined : context.release.figures.observe(id, year);
      const label = context.say('figure.choice_year', { year });
      return observation ? [{ value: encodeCommand({ do: 'figure', id: observation.id, year }), label }] : [];
    });
  }
  if (result.kind === 'not-stated' || result.kind === 'unknown-metric') {
    return [
      { value: encodeCommand({ do: 'request', about: null }), label: context.say('conversation.choice_request') },
      { value: encodeCommand({ do: 'person' }), label: context.say('conversation.choice_person') },
    ];
  }
  const [first] = rests;
  const single = result.kind === 'value' || result.kind === 'per-day' || result.kind === 'per-month';
  if (single && first) return offerNeighbours(context, first);
  return rests.map((each) => offerFigure(context, each));
}

function toFacts(observations: readonly Observation[], derived: FigureFact | undefined): FigureFact[] {
  const stated = observations.map(({ metric, year, value, unit }) => ({ metric, year, value, unit }));
  return derived ? [derived, ...stated] : stated;
}

/**
 * Answers a question for a figure: the number first, the formula when it is derived, the report's own words with their
 * section, and what one must know so as not to be misled. A year or a metric that is not on file is said to be so.
 * @param confidence from 0 to 1, as read by `readFigureQuery`; 1 for a button
 */
export function answerFigure(context: TurnContext, query: FigureQuery, confidence = 1): SkillResult {
  const { figures } = context.release;
  const computed = computeFigure(figures, query);
  const result = context.state.locale === 'en' ? translateResult(computed) : computed;
  // Every sentence may name whose report it is: a figure without its authority is easily taken for another's.
  const authority = context.release.base.profile.name;
  const { lines, rests, derived } = writeFigureReply(
    (key, values) => context.say(key, { authority, ...values }),
    result,
  );
  const missing = (query.alsoAsked ?? []).map((year) => context.say('figure.no_year_plain', { authority, year }));
  const sources = citeObservations(context, rests);
  const [id = null] = query.metrics.filter((metric) => figures.describe(metric) !== undefined);
  return {
    replies: [
      {
        kind: 'text',
        text: [...lines, ...missing, ...quoteObservations(context, rests)].join('\n'),
        sources,
        choices: offerNext(context, query, result, rests).slice(0, MOST_CHOICES),
      },
    ],
    outcome: outcomeOf({ kind: 'figure', id, sources, figures: toFacts(rests, derived), confidence }),
    ...(id === null ? {} : { state: { topic: { kind: 'figure', id, year: query.year } } }),
  };
}
