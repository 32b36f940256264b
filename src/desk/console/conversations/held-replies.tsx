import { Alert, Button, Space } from 'antd';
import { api, take } from '../api/client.ts';
import type { OpenConversation } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { writeMoment } from '../common/write-time.ts';
import { useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

type Held = OpenConversation['held'][number];

interface HeldRepliesProps {
  readonly id: number;
  readonly held: OpenConversation['held'];
  /** What was taken back, to go on writing. */
  readonly onUndone: (reply: Held) => void;
}

/** What this person wrote that the desk still holds, and what it could not send: taken back, sent at once, put away. */
export function HeldReplies({ id, held, onUndone }: HeldRepliesProps) {
  const say = useSay();
  const at = (reply: Held) => ({ params: { path: { id, held: reply.id } } });
  const undo = useConversationAct(async (reply: Held) => {
    const { undone } = await take(api.DELETE('/conversations/{id}/held/{held}', at(reply)));
    if (undone) onUndone(reply);
  });
  const finish = useConversationAct((reply: Held) => take(api.POST('/conversations/{id}/held/{held}/now', at(reply))));
  return (
    <>
      <Failure error={undo.error ?? finish.error} />
      {held.map((reply) => (
        <Alert
          key={reply.id}
          className="failure"
          type={reply.failedAt ? 'error' : 'warning'}
          role={reply.failedAt ? 'alert' : 'status'}
          title={reply.failedAt ? say('reply_failed', { at: writeMoment(reply.failedAt) }) : say('reply_waits')}
          description={[reply.text, ...reply.files.map(({ name }) => name)].filter(Boolean).join(' · ')}
          action={
            <Space wrap>
              <Button onClick={() => undo.mutate(reply)}>{say('held_undo')}</Button>
              {!reply.failedAt && <Button onClick={() => finish.mutate(reply)}>{say('reply_now')}</Button>}
            </Space>
          }
        />
      ))}
    </>
  );
}
