import { Link } from 'react-router';
import type { ListedRequest } from '../api/queries.ts';
import type { ConsoleLocale } from '../texts.ts';
import { DueTag } from './due-tag.tsx';

interface RequestLineProps {
  readonly request: ListedRequest;
  readonly locale: ConsoleLocale;
}

/** A request in a list: its number, when it is due, and what it is about. */
export function RequestLine({ request, locale }: RequestLineProps) {
  return (
    <>
      <Link to={`/requests/${request.number}`}>{request.number}</Link> <DueTag request={request} locale={locale} />
      {request.about && <p className="about">{request.about}</p>}
    </>
  );
}
