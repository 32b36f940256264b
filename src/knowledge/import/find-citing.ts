import type { KnowledgeBase } from '../release.ts';
import type { Source } from '../schema/base.ts';

/** An entry that rests on an article. */
export interface Citing {
  readonly kind: 'answer' | 'matter';
  readonly id: string;
  readonly title: string;
  readonly article: number;
}

/** Entries that cite one of these articles of a law: those to be looked at when it changes. */
export function findCiting(base: KnowledgeBase, law: string, articles: ReadonlySet<number>): readonly Citing[] {
  const cited = (sources: readonly Source[]) => [
    ...new Set(
      sources.flatMap((source) =>
        'law' in source && source.law === law && articles.has(source.article) ? [source.article] : [],
      ),
    ),
  ];
  return [
    ...base.answers.flatMap(({ id, title, versions }) =>
      cited(versions.flatMap(({ sources }) => sources)).map((article) => ({
        kind: 'answer' as const,
        id,
        title,
        article,
      })),
    ),
    ...base.matters.flatMap(({ id, title, basis }) =>
      cited(basis).map((article) => ({ kind: 'matter' as const, id, title, article })),
    ),
  ];
}
