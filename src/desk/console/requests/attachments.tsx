import { useMutation } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { Attachment } from '../api/queries.ts';
import { saveBytes } from '../api/save-bytes.ts';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeMoment } from '../common/write-time.ts';
import { useSay } from '../texts.ts';

const KILOBYTE = 1024;

/** Files the requester sent with a request: what and when, and each in full for a reason. */
export function Attachments({ number, files }: { readonly number: string; readonly files: readonly Attachment[] }) {
  const say = useSay();
  const [asked, setAsked] = useState<string>();
  const save = useMutation({
    mutationFn: async (reason: string) => {
      const params = { path: { number, id: asked ?? '' } };
      const file = await take(api.POST('/requests/{number}/attachments/{id}', { params, body: { reason } }));
      const bytes = Uint8Array.from(atob(file.content), (sign) => sign.charCodeAt(0));
      saveBytes(file.name, new Blob([bytes], { type: file.mediaType }));
    },
    onSuccess: () => setAsked(undefined),
    gcTime: 0,
  });
  return (
    <Card title={say('attachments')}>
      <ul className="plain">
        {files.map(({ id, name, size, scan, on }) => (
          <li key={id}>
            {say('attachment', { name, size: Math.ceil(size / KILOBYTE), at: writeMoment(on) })}
            {scan === 'unscanned' && ` ${say('attachment_unscanned')}`}{' '}
            <Button onClick={() => setAsked(id)} aria-label={say('attachment_open_named', { name })}>
              {say('attachment_open')}
            </Button>
          </li>
        ))}
      </ul>
      <ReasonDialog
        title={say('attachment_open')}
        about={say('attachment_about')}
        open={asked !== undefined}
        act={save}
        onClose={() => setAsked(undefined)}
      />
    </Card>
  );
}
