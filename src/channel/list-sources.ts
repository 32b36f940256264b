import type { CitedSource } from './message.ts';

/** Sources as lines to read: the articles of one work stand together, 《…》第二十七条、第二十九条. */
export function listSources(sources: readonly CitedSource[]): string[] {
  const byTitle = new Map<string, string[]>();
  for (const { title, article } of sources) {
    const articles = byTitle.get(title) ?? [];
    if (article !== null && !articles.includes(article)) articles.push(article);
    byTitle.set(title, articles);
  }
  return [...byTitle].map(([title, articles]) => [title, articles.join('、')].filter(Boolean).join(' '));
}
