import type { Explanation, Thresholds } from '../../knowledge/search/index.ts';
import type { TurnContext } from '../skill.ts';
import { type Decision, decide } from './decide.ts';
import { readFigureQuery } from './figure-query.ts';
import { type Heard, hear } from './hear.ts';

/** Everything that led to a decision about one message, for people who want to know why. */
export interface WhyDecided {
  readonly heard: Heard;
  readonly index: Explanation;
  readonly figure: ReturnType<typeof readFigureQuery>;
  readonly decision: Decision;
  /** What this release needs to answer and to offer. */
  readonly thresholds: Thresholds;
}

/** Hears a message as a turn would and keeps what it saw on the way. */
export function explainDecision(text: string, context: Pick<TurnContext, 'release' | 'today'>): WhyDecided {
  const heard = hear(text, context);
  const figure = readFigureQuery(
    heard.text,
    { years: [...heard.years], elsewhere: heard.elsewhere },
    context.release.figures,
  );
  const { search } = context.release;
  const decision = decide(heard, figure, search.thresholds);
  return { heard, index: search.explain(heard.text), figure, decision, thresholds: search.thresholds };
}
