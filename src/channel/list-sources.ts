import { labelList } from './label.ts';
import type { CitedSource, OutMessage } from './message.ts';

/** Sources as lines to read: the articles of one work stand together, 《…》第二十七条、第二十九条. */
function listSources(sources: readonly CitedSource[]): string[] {
  const byTitle = new Map<string, string[]>();
  for (const { title, article } of sources) {
    const articles = byTitle.get(title) ?? [];
    if (article !== null && !articles.includes(article)) articles.push(article);
    byTitle.set(title, articles);
  }
  return [...byTitle].map(([title, articles]) => [title, articles.join('、')].filter(Boolean).join(' '));
}

/** What a reply rests on, in a line of its own: 依据：《…》第三十三条. Empty where it rests on nothing. */
export function writeSources(
  { sources = [], sourcesHead }: Pick<Extract<OutMessage, { kind: 'text' }>, 'sources' | 'sourcesHead'>,
  head: string,
): string {
  return sources.length ? labelList(sourcesHead ?? head, listSources(sources)) : '';
}
