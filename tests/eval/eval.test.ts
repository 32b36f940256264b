import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askOne } from '../../src/cli/ask-one.ts';
import { evaluate, type Miss, questionSchema } from '../../src/eval/evaluate.ts';
import { normalise } from '../../src/knowledge/search/index.ts';
import { openRelease } from '../conversation/converse.ts';

/** Share of all questions whose reply must hold. */
const FLOOR = 0.97;
/** Share within each kind of people; two misses are always let pass, since many kinds are small. */
const CATEGORY_FLOOR = 0.8;

const now = new Date('2026-11-23T10:00:00+08:00');
const release = openRelease();
const questions = readFileSync(join(import.meta.dirname, 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => questionSchema.parse(JSON.parse(line)));
const result = evaluate(questions, (question) => askOne(question, release, now, () => 0));

function list(misses: readonly Miss[]): string {
  return misses
    .map(
      ({ id, category, question, kind, found, why }) => `${id} [${category}] ${question} → ${kind} ${found} (${why})`,
    )
    .join('\n');
}

describe('the questions of the evaluation', () => {
  test('are many, of many kinds of people, and each asked once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(950);
    expect(questions.filter(({ cat }) => cat === 'outside').length).toBeGreaterThanOrEqual(60);
    expect(questions.filter(({ kinds }) => kinds.includes('figure')).length).toBeGreaterThanOrEqual(40);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ q }) => normalise(q))).size).toBe(questions.length);
  });

  test('stand nowhere in the knowledge word for word, so that they measure understanding', () => {
    const { answers, matters, intents, reports } = release.base;
    const known = new Set(
      [
        ...answers.flatMap((entry) => [...entry.phrasings, ...(entry.en?.phrasings ?? [])]),
        ...matters.flatMap((matter) => matter.phrasings),
        ...intents.flatMap((intent) => intent.phrasings),
        ...reports.flatMap(({ figures }) => figures.flatMap((figure) => figure.phrasings)),
      ].map(normalise),
    );
    expect(questions.filter(({ q }) => known.has(normalise(q))).map(({ id, q }) => `${id} ${q}`)).toEqual([]);
  });
});

describe('the replies', () => {
  test(`hold for ${FLOOR * 100} % of all questions`, () => {
    expect(result.passed / result.asked, list(result.misses)).toBeGreaterThanOrEqual(FLOOR);
  });

  test.each(result.categories.map(({ name, asked, passed }) => ({ name, asked, passed })))(
    'hold for $name: $passed of $asked',
    ({ name, asked, passed }) => {
      const misses = result.misses.filter(({ category }) => category === name);
      expect(passed, list(misses)).toBeGreaterThanOrEqual(Math.min(asked - 2, Math.ceil(asked * CATEGORY_FLOOR)));
    },
  );

  test('never answer, cite or refer when a question is about something else altogether', () => {
    const answered = result.misses.filter(
      ({ category, kind }) => category === 'outside' && ['answer', 'figure', 'referral'].includes(kind),
    );
    expect(list(answered)).toBe('');
  });
});
