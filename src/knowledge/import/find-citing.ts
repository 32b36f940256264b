import type { KnowledgeBase } from '../release.ts';

export const CITING_KINDS = ['answer', 'matter', 'list', 'retention', 'regime', 'document'] as const;

/** An entry, or a part of a file, that rests on an article. */
export interface Citing {
  readonly kind: (typeof CITING_KINDS)[number];
  readonly id: string;
  readonly title: string;
  readonly article: number;
}

/** How the texts of letters name an article: `{law ogi-2019 36(5)}`. */
const CITED = /\{law ([\w-]+) (\d+)/gu;

/** Every article of the law that is named anywhere in it: as a source, or within a text. */
function listArticles(value: unknown, law: string): readonly number[] {
  if (typeof value === 'string')
    return [...value.matchAll(CITED)].flatMap(([, of, article]) => (of === law ? [Number(article)] : []));
  if (typeof value !== 'object' || value === null) return [];
  const here = 'law' in value && value.law === law && 'article' in value ? [Number(value.article)] : [];
  return [...here, ...Object.values(value).flatMap((each) => listArticles(each, law))];
}

type Part = Omit<Citing, 'article'> & { readonly of: unknown };

function listParts({ answers, matters, lists, retention, regimes, documents }: KnowledgeBase): readonly Part[] {
  return [
    ...answers.map((of) => ({ kind: 'answer' as const, id: of.id, title: of.title, of })),
    ...matters.map((of) => ({ kind: 'matter' as const, id: of.id, title: of.title, of })),
    ...(lists ? [{ kind: 'list' as const, id: 'lists', title: 'lists.yaml', of: lists }] : []),
    ...retention.map((of) => ({ kind: 'retention' as const, id: of.data, title: of.reason, of })),
    ...regimes.flatMap(({ id: regime, events, outcomes, clocks }) =>
      [...events, ...outcomes, ...clocks].map((of) => ({
        kind: 'regime' as const,
        id: `${regime}/${'code' in of ? of.code : of.id}`,
        title: of.title,
        of,
      })),
    ),
    ...documents.map((of) => ({ kind: 'document' as const, id: of.kind, title: of.title, of })),
  ];
}

/** What cites one of these articles of a law, each once: what is to be looked at when it changes. */
export function findCiting(base: KnowledgeBase, law: string, articles: ReadonlySet<number>): readonly Citing[] {
  return listParts(base).flatMap(({ of, ...part }) =>
    [...new Set(listArticles(of, law))].flatMap((article) => (articles.has(article) ? [{ ...part, article }] : [])),
  );
}
