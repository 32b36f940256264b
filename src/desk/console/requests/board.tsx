import { Card } from 'antd';
import type { ListedRequest } from '../api/queries.ts';
import type { ConsoleLocale } from '../texts.ts';
import { useSay } from '../texts.ts';
import { RequestLine } from './request-line.tsx';

interface BoardProps {
  readonly requests: readonly ListedRequest[];
  readonly locale: ConsoleLocale;
  /** Said where there are none. */
  readonly none: string;
}

/** What is due first stands first; what has no day yet after it, and what needs none last. */
function byDue(a: ListedRequest, b: ListedRequest): number {
  return (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1;
}

/** Requests in columns by state, those due first at the top. */
export function Board({ requests, locale, none }: BoardProps) {
  const say = useSay();
  const columns = new Map<string, ListedRequest[]>();
  for (const request of requests) {
    const state = locale === 'en' ? request.standing.en : request.standing.title;
    columns.set(state, [...(columns.get(state) ?? []), request]);
  }
  if (requests.length === 0) return <p role="status">{none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="board" tabIndex={0} aria-label={say('requests')}>
      {[...columns].map(([state, its]) => (
        <Card key={state} size="small" title={say('board_column', { state, count: its.length })}>
          <ul className="plain">
            {its.toSorted(byDue).map((request) => (
              <li key={request.number}>
                <RequestLine request={request} locale={locale} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}
