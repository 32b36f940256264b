import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api, take } from '../api/client.ts';
import { heldQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import { type ConsoleLocale, useSay } from '../texts.ts';

interface HeldStepsProps {
  readonly number: string;
  readonly locale: ConsoleLocale;
}

/** What this person has decided on that the desk still holds, from whatever page; and what it could not do, with the reason. */
export function HeldSteps({ number, locale }: HeldStepsProps) {
  const say = useSay();
  const queries = useQueryClient();
  const { data } = useQuery(heldQuery(number));
  const undo = useMutation({
    mutationFn: (id: number) => take(api.DELETE('/requests/{number}/held/{id}', { params: { path: { number, id } } })),
    onSettled: () => {
      for (const key of ['held', 'request', 'case-actions']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <>
      <Failure error={undo.error} />
      {data?.held.map(({ id, dueAt, failed }) => (
        <Alert
          key={id}
          className="failure"
          type={failed ? 'error' : 'warning'}
          role={failed ? 'alert' : 'status'}
          title={failed ? say('held_failed', { at: writeMoment(dueAt) }) : say('held_waits')}
          description={failed?.[locale]}
          action={<Button onClick={() => undo.mutate(id)}>{say(failed ? 'held_put_away' : 'held_undo')}</Button>}
        />
      ))}
    </>
  );
}
