import type { CitedSource } from '../../../../src/channel/message.ts';
import { useSay } from '../state/speaking.ts';

interface Cited {
  readonly title: string;
  readonly url: string | null;
  readonly articles: readonly string[];
}

/** Articles of one law stand in one line. */
function groupByLaw(sources: readonly CitedSource[]): Cited[] {
  const laws = new Map<string, Cited>();
  for (const { title, article, url } of sources) {
    const key = `${title} ${url}`;
    const articles = laws.get(key)?.articles ?? [];
    laws.set(key, { title, url, articles: article === null ? articles : [...articles, article] });
  }
  return [...laws.values()];
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//u.test(url);
}

/** Where an answer comes from, small and quiet below it. */
export function Sources({ sources }: { readonly sources: readonly CitedSource[] }) {
  const say = useSay();
  if (sources.length === 0) return null;
  return (
    <div className="sources">
      <span className="sources-label">{say('sources_label')}</span>
      <ul>
        {groupByLaw(sources).map(({ title, url, articles }) => (
          <li key={`${title} ${url}`}>
            {isWebAddress(url) ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {title}
                <span className="hidden">{` ${say('opens_outside')}`}</span>
              </a>
            ) : (
              title
            )}
            {articles.length > 0 && ` ${articles.join(say('list_comma'))}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
