import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, take } from '../api/client.ts';
import { answersQuery, directoryQuery, type HeldAnswer } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** Does something to an answer and looks again, whether it worked or a colleague was first. */
function useAnswerAct<Values>(act: (values: Values) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['answers'] }),
  });
}

function Shown({ answer, staff }: { readonly answer: HeldAnswer } & Pick<PageProps, 'staff'>) {
  const say = useSay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'edit' | 'reject'>();
  const { data: directory } = useQuery(directoryQuery);
  const { id, version, editedBy } = answer;
  const at = { params: { path: { id } } };
  const close = () => setAsking(undefined);
  const leave = () => void navigate('/conversations');
  const approve = useAnswerAct(() => take(api.POST('/answers/{id}/approve', { ...at, body: { version } })), leave);
  const edit = useAnswerAct(
    (text: string) => take(api.PUT('/answers/{id}', { ...at, body: { version, text } })),
    close,
  );
  const reject = useAnswerAct(
    (text: string) => take(api.POST('/answers/{id}/reject', { ...at, body: { version, text } })),
    leave,
  );
  const writer = directory?.staff.find((each) => each.id === editedBy)?.name ?? say('colleague');
  return (
    <Card
      title={`${say('answer_number', { id })} · ${nameOf(say, 'channel', answer.channel)}`}
      className="conversation"
    >
      <p>
        {writeMoment(answer.heldAt)} · {say(`answer_${answer.why}`, { share: Math.round(answer.confidence * 100) })}
      </p>
      <h2>{say('answer_question')}</h2>
      <p className="description">{answer.question ?? say('answer_button')}</p>
      <h2>{answer.title ?? say('answer_text')}</h2>
      <p className="description">{answer.text}</p>
      {answer.sources.length > 0 && <p>{say('answer_sources', { sources: answer.sources.join(say('comma')) })}</p>}
      {editedBy !== null && (
        <Alert
          className="failure"
          type="info"
          title={editedBy === staff.id ? say('answer_yours') : say('answer_edited', { name: writer })}
        />
      )}
      <Failure error={approve.error} />
      <Space wrap className="actions">
        {editedBy !== staff.id && (
          <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(undefined)}>
            {say('answer_approve')}
          </Button>
        )}
        <Button onClick={() => setAsking('edit')}>{say('answer_edit')}</Button>
        <Button onClick={() => setAsking('reject')}>{say('answer_reject')}</Button>
      </Space>
      <AnswerDialog kind="edit" open={asking === 'edit'} text={answer.text} act={edit} onClose={close} />
      <AnswerDialog kind="reject" open={asking === 'reject'} text="" act={reject} onClose={close} />
    </Card>
  );
}

/** One answer that waits: what was asked, what the bot would say and why somebody looks at it. */
export function AnswerView({ staff }: Pick<PageProps, 'staff'>) {
  const say = useSay();
  const id = Number(useParams().id);
  const { data, error } = useQuery(answersQuery);
  const answer = data?.answers.find((each) => each.id === id);
  if (answer) return <Shown key={id} answer={answer} staff={staff} />;
  return data ? <p role="status">{say('answer_gone')}</p> : <Failure error={error} />;
}
