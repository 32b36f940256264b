import { z } from 'zod';

/** A labelled question: the kinds of reply allowed and patterns the reply must, may or must not show. */
export const questionSchema = z.object({
  id: z.string(),
  cat: z.string(),
  q: z.string(),
  kinds: z.array(z.string()),
  /** Every one of these regular expressions must be found in the reply. */
  all: z.array(z.string()).default([]),
  /** At least one of these, when there are any. */
  any: z.array(z.string()).default([]),
  /** None of these. */
  none: z.array(z.string()).default([]),
  /** Ids allowed, when the exact entry matters. */
  ids: z.array(z.string()).optional(),
});
export type LabelledQuestion = z.infer<typeof questionSchema>;

/** What is expected of a reply. */
type Expectation = Pick<LabelledQuestion, 'kinds' | 'all' | 'any' | 'none' | 'ids'>;

interface Reply {
  readonly kind: string;
  readonly id: string | null;
  readonly reply: string;
}

export interface Miss {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly kind: string;
  readonly found: string | null;
  readonly why: string;
}

export interface Evaluation {
  readonly asked: number;
  readonly passed: number;
  readonly categories: readonly { readonly name: string; readonly asked: number; readonly passed: number }[];
  readonly misses: readonly Miss[];
}

function matches(pattern: string, reply: string): boolean {
  return new RegExp(pattern, 'u').test(reply);
}

/** Why a reply does not hold, in a few words; undefined when it does. */
export function findFault(question: Expectation, reply: Reply): string | undefined {
  if (question.kinds.length && !question.kinds.includes(reply.kind)) return `kind ${reply.kind}`;
  if (question.ids && !question.ids.includes(reply.id ?? '')) return `id ${reply.id ?? 'none'}`;
  const missing = question.all.find((pattern) => !matches(pattern, reply.reply));
  if (missing !== undefined) return `lacks ${missing}`;
  if (question.any.length && !question.any.some((pattern) => matches(pattern, reply.reply)))
    return `lacks any of ${question.any.join(', ')}`;
  const shown = question.none.find((pattern) => matches(pattern, reply.reply));
  return shown === undefined ? undefined : `shows ${shown}`;
}

/** Asks every question and counts, per category, the replies that hold. */
export function evaluate(questions: readonly LabelledQuestion[], ask: (question: string) => Reply): Evaluation {
  const categories = new Map<string, { asked: number; passed: number }>();
  const misses: Miss[] = [];
  for (const question of questions) {
    const reply = ask(question.q);
    const why = findFault(question, reply);
    const count = categories.get(question.cat) ?? { asked: 0, passed: 0 };
    categories.set(question.cat, { asked: count.asked + 1, passed: count.passed + (why ? 0 : 1) });
    if (why)
      misses.push({
        id: question.id,
        category: question.cat,
        question: question.q,
        kind: reply.kind,
        found: reply.id,
        why,
      });
  }
  return {
    asked: questions.length,
    passed: questions.length - misses.length,
    categories: [...categories].map(([name, count]) => ({ name, ...count })),
    misses,
  };
}
