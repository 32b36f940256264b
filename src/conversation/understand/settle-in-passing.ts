import type { FigureQuery } from '../../figures/index.ts';
import type { TurnContext } from '../skill.ts';
import type { Decision } from './decide.ts';
import { readInPassing } from './follow-up.ts';
import type { Heard } from './hear.ts';

/** Candidates looked at for a question put together from two turns. */
const CANDIDATES = 8;

/**
 * The figure beside the one spoken of that a question in passing names: 那年微信呢 after how much was published. Beside it
 * stand the parts and wholes the report gives it with. Undefined unless exactly one of them is named.
 */
export function findFigureBeside(context: TurnContext, heard: Heard): FigureQuery | undefined {
  const { topic } = context.state;
  const { figures } = context.release;
  const newest = figures.years.at(-1);
  const name = topic?.kind === 'figure' ? readInPassing(heard) : undefined;
  if (!topic || name === undefined || newest === undefined) return undefined;
  const year = heard.years[0] ?? topic.year ?? newest;
  const family = figures
    .listRelations(year)
    .map(({ whole, parts }) => [whole, ...parts])
    .filter((members) => members.some(({ id }) => id === topic.id))
    .flat();
  const named = new Set(family.filter(({ metric }) => metric.includes(name)).map(({ id }) => id));
  const [only] = named;
  return only !== undefined && named.size === 1 ? { kind: 'value', metrics: [only], year } : undefined;
}

/**
 * Chooses among what a question in passing may mean by the answer before it: 起诉呢 after a time limit asks for the time
 * limit of suing. Only an entry that would be offered, and whose title says what was named, is chosen.
 */
export function settleInPassing(context: TurnContext, heard: Heard, decision: Decision): Decision {
  const { topic } = context.state;
  if (decision.do !== 'clarify' || topic?.kind !== 'answer') return decision;
  const name = readInPassing(heard);
  const { base, search } = context.release;
  const before = base.answers.find(({ id }) => id === topic.id);
  if (name === undefined || before === undefined) return decision;
  const titles = new Map(base.answers.map(({ id, title }) => [`answer/${id}`, title]));
  const found = search
    .search(`${name}，${before.title}`, CANDIDATES)
    .find(({ id }) => decision.ids.includes(id) && titles.get(id)?.includes(name));
  return found ? { do: 'answer', id: found.id.replace(/^answer\//u, ''), confidence: decision.confidence } : decision;
}
