import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { TestQuestion } from '../../knowledge/schema/tests.ts';

/** A question asked before every publishing, with what its reply must be. */
export interface GateQuestion extends Omit<TestQuestion, 'from'> {
  /** tests: somebody wrote that it must hold. phrasing: one of the first ways an entry is asked for. */
  readonly origin: 'tests' | 'phrasing';
  /** Entry it belongs to; null for a question of `tests.yaml`. */
  readonly entry: string | null;
}

/** Phrasings asked of each entry: the first are those written first, the plainest. */
const FIRST = 2;

function ask(entry: string, origin: GateQuestion['origin'], questions: readonly string[]): GateQuestion[] {
  return questions.map((question) => ({
    question,
    origin,
    entry,
    kinds: [],
    ids: [entry],
    all: [],
    any: [],
    none: [],
  }));
}

/** Every question a knowledge base is tried with, each once; what somebody wrote as a test comes before a phrasing. */
export function collectQuestions(base: KnowledgeBase): readonly GateQuestion[] {
  const first = (phrasings: readonly string[]) => phrasings.slice(0, FIRST);
  const all: GateQuestion[] = [
    ...base.tests.map(({ from: _from, ...test }) => ({ ...test, origin: 'tests' as const, entry: null })),
    ...base.answers.flatMap(({ id, tests }) => ask(id, 'tests', tests)),
    ...base.answers.flatMap(({ id, phrasings }) => ask(id, 'phrasing', first(phrasings))),
    ...base.matters.flatMap(({ id, phrasings }) => ask(id, 'phrasing', first(phrasings))),
    ...base.intents.flatMap(({ id, phrasings }) => ask(id, 'phrasing', first(phrasings))),
    ...base.reports.flatMap(({ figures }) =>
      figures.flatMap(({ id, phrasings }) => ask(id, 'phrasing', first(phrasings))),
    ),
  ];
  const byText = new Map<string, GateQuestion>();
  for (const each of all) if (!byText.has(each.question)) byText.set(each.question, each);
  return [...byText.values()];
}
