import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { OpenConversation } from '../api/queries.ts';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { useSay } from '../texts.ts';

interface LeftWordsProps {
  readonly id: number;
  readonly left: OpenConversation['left'];
}

/** What the citizen left while nobody was there: masked until somebody says why they must know. */
export function LeftWords({ id, left }: LeftWordsProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const unmask = useMutation({
    mutationFn: (reason: string) =>
      take(api.POST('/conversations/{id}/unmask', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  const { message, contact } = unmask.data ?? left;
  if (message === null && contact === null) return null;
  return (
    <Alert
      type="info"
      className="failure"
      title={say('left')}
      description={
        <>
          {message && <p className="description">{message}</p>}
          {contact && <p>{say('left_contact', { contact })}</p>}
          {!unmask.data && <Button onClick={() => setAsking(true)}>{say('left_unmask')}</Button>}
          <ReasonDialog
            title={say('left_unmask')}
            about={say('unmask_about')}
            open={asking}
            act={unmask}
            onClose={() => setAsking(false)}
          />
        </>
      }
    />
  );
}
