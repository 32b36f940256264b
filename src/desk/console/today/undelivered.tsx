import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { undeliveredQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

/** Messages that did not arrive, with why and another way to reach the person. */
export function Undelivered({ query }: { readonly query: typeof undeliveredQuery }) {
  const say = useSay();
  const { data, error } = useQuery(query);
  const troubles = data?.troubles ?? [];
  return (
    <Card title={`${say('undelivered')}（${troubles.length}）`}>
      <Failure error={error} />
      {data && troubles.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {troubles.map(({ channel, conversation, at, why, requests, reach }) => (
          <li key={`${channel}/${conversation}/${at}`}>
            <strong>{nameOf(say, 'channel', channel)}</strong> {writeMoment(at)} · {nameOf(say, 'why', why)}
            {requests.length > 0 && <p>{say('undelivered_requests', { numbers: requests.join(say('comma')) })}</p>}
            {reach.length > 0 && <p>{say('undelivered_reach', { ways: reach.join(say('comma')) })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
