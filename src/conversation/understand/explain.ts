import type { Explanation } from '../../knowledge/search/index.ts';
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
}

/** Hears a message as a turn would and keeps what it saw on the way. */
export function explainDecision(text: string, context: Pick<TurnContext, 'release' | 'today'>): WhyDecided {
  const heard = hear(text, context);
  const figure = readFigureQuery(
    heard.text,
    { years: [...heard.years], elsewhere: heard.elsewhere },
    context.release.figures,
  );
  return { heard, index: context.release.search.explain(heard.text), figure, decision: decide(heard, figure) };
}
