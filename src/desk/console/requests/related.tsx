import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { relatedQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

/** What helps to decide a case: earlier ones like it, what is published, and who else might be responsible. */
export function Related({ number }: { readonly number: string }) {
  const say = useSay();
  const { data, error } = useQuery(relatedQuery(number));
  const { earlier = [], published = [], authority = null } = data ?? {};
  const nothing = data && earlier.length + published.length === 0 && authority === null;
  return (
    <Card title={say('related')}>
      <Failure error={error} />
      {nothing && <p>{say('related_none')}</p>}
      {authority && (
        <>
          <h2>{say('related_authority', { name: authority.name })}</h2>
          <p>{authority.why}</p>
          <p>{[authority.phone, authority.address].filter(Boolean).join(say('comma'))}</p>
        </>
      )}
      {published.length > 0 && <h2>{say('related_published')}</h2>}
      <ul className="plain">
        {published.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {earlier.length > 0 && <h2>{say('related_earlier')}</h2>}
      <ul className="plain">
        {earlier.map((request) => (
          <li key={request.number}>
            <Link to={`/requests/${request.number}`}>{request.number}</Link>
            <p className="about">{request.about}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
