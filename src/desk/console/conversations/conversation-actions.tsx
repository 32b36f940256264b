import { Button, Space } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { Directory, OpenConversation } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { ForwardDialog } from './forward-dialog.tsx';
import { useConversationAct } from './use-conversation-act.ts';

interface ActionsProps extends Pick<PageProps, 'staff' | 'may'> {
  readonly conversation: OpenConversation;
  readonly directory: Directory | undefined;
}

/** What can be done with a conversation as it stands: look after it, pass it on, give it back to the bot, end it. */
export function ConversationActions({ conversation, staff, may, directory }: ActionsProps) {
  const say = useSay();
  const [asking, setAsking] = useState<'end' | 'hand_back' | 'forward'>();
  const { id, state } = conversation;
  const at = { params: { path: { id } } };
  const close = () => setAsking(undefined);
  const claim = useConversationAct(() => take(api.POST('/conversations/{id}/claim', at)));
  const takeOver = useConversationAct(() => take(api.POST('/conversations/{id}/take-over', at)));
  const end = useConversationAct(
    (reason: string) => take(api.POST('/conversations/{id}/end', { ...at, body: { reason } })),
    close,
  );
  const handBack = useConversationAct(
    (reason: string) => take(api.POST('/conversations/{id}/hand-back', { ...at, body: { reason } })),
    close,
  );
  const mine = state === 'open' && conversation.claimedBy === staff.id;
  const others = state === 'open' && conversation.claimedBy !== null && !mine;
  return (
    <>
      <Failure error={claim.error ?? takeOver.error} />
      <Space wrap className="actions">
        {(state === 'waiting' || (state === 'open' && conversation.claimedBy === null)) && (
          <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate(undefined)}>
            {say('claim')}
          </Button>
        )}
        {others && may.has('conversation.take_over') && (
          <Button loading={takeOver.isPending} onClick={() => takeOver.mutate(undefined)}>
            {say('take_over')}
          </Button>
        )}
        {mine && <Button onClick={() => setAsking('forward')}>{say('forward')}</Button>}
        {mine && <Button onClick={() => setAsking('hand_back')}>{say('hand_back')}</Button>}
        {mine && (
          <Button danger onClick={() => setAsking('end')}>
            {say('end')}
          </Button>
        )}
      </Space>
      <ReasonDialog title={say('end')} open={asking === 'end'} act={end} onClose={close} />
      <ReasonDialog title={say('hand_back')} open={asking === 'hand_back'} act={handBack} onClose={close} />
      <ForwardDialog id={id} open={asking === 'forward'} directory={directory} self={staff.id} onClose={close} />
    </>
  );
}
