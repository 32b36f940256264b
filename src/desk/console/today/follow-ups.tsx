import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, take } from '../api/client.ts';
import { followUpsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeDay } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

/** Poor ratings to look into, with the day by which, and where to say what came of it. */
export function FollowUps({ locale }: { readonly locale: string }) {
  const say = useSay();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<number>();
  const { data, error } = useQuery(followUpsQuery);
  const close = useMutation({
    mutationFn: (reason: string) =>
      take(api.POST('/follow-ups/{id}/close', { params: { path: { id: asked ?? 0 } }, body: { reason } })),
    onSuccess: () => setAsked(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['follow-ups'] }),
  });
  const followUps = data?.followUps ?? [];
  return (
    <Card title={`${say('follow_ups')}（${followUps.length}）`}>
      <Failure error={error} />
      {data && followUps.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {followUps.map(({ id, of, about, dueOn, level, overdue }) => (
          <li key={id}>
            <strong>{say(`follow_up_of_${of}`)}</strong> · {nameOf(say, 'level', String(level))} ·{' '}
            {say(overdue ? 'overdue_since' : 'follow_up_due', { day: writeDay(dueOn, locale) })}
            <p>{of === 'case' ? <Link to={`/requests/${about}`}>{about}</Link> : about}</p>
            <Button onClick={() => setAsked(id)}>{say('follow_up_close')}</Button>
          </li>
        ))}
      </ul>
      <ReasonDialog
        title={say('follow_up_close')}
        open={asked !== undefined}
        act={close}
        onClose={() => setAsked(undefined)}
      />
    </Card>
  );
}
