import { Button, Form } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { readBase64 } from '../common/read-base64.ts';
import { useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

export interface ReplyFile {
  readonly id: string;
  readonly name: string;
}

interface ReplyFilesProps {
  readonly id: number;
  readonly files: readonly ReplyFile[];
  readonly onChange: (files: readonly ReplyFile[]) => void;
}

/** Files that go with a reply: uploaded as soon as they are chosen, so that what stands against one is said at once. */
export function ReplyFiles({ id, files, onChange }: ReplyFilesProps) {
  const say = useSay();
  const upload = useConversationAct(async (file: File) => {
    const body = { name: file.name, content: await readBase64(file) };
    const kept = await take(api.POST('/conversations/{id}/files', { params: { path: { id } }, body }));
    onChange([...files, kept]);
  });
  return (
    <>
      <Failure error={upload.error} />
      <Form.Item label={say('reply_file')} htmlFor="reply-file" extra={say('reply_file_about')}>
        <input
          id="reply-file"
          type="file"
          disabled={upload.isPending || files.length >= 5}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) upload.mutate(file);
            target.value = '';
          }}
        />
      </Form.Item>
      <ul className="plain">
        {files.map((file) => (
          <li key={file.id}>
            {file.name}{' '}
            <Button size="small" onClick={() => onChange(files.filter((each) => each.id !== file.id))}>
              {say('reply_file_remove', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
