import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import { api, take } from '../api/client.ts';
import { cannedQuery, type OpenConversation } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { HeldReplies } from './held-replies.tsx';
import { KeepReply } from './keep-reply.tsx';
import { type ReplyFile, ReplyFiles } from './reply-files.tsx';
import { useConversationAct } from './use-conversation-act.ts';

interface ReplyBoxProps {
  readonly id: number;
  readonly held: OpenConversation['held'];
  readonly onType: () => void;
}

/**
 * Writes to the citizen, from a ready text if there is one, with files. The desk holds it ten seconds: taken back, it
 * stands in the field again.
 */
export function ReplyBox({ id, held, onType }: ReplyBoxProps) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const [files, setFiles] = useState<readonly ReplyFile[]>([]);
  const [keeping, setKeeping] = useState<string>();
  // The button that led here is gone: whoever pressed it with a key goes on in the field instead of at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) form.focusField('text');
  }, [form]);
  const { data } = useQuery(cannedQuery);
  const canned = data?.replies ?? [];
  const send = useConversationAct(
    ({ text = '' }: { readonly text?: string }) => {
      const body = { text, files: files.map((file) => file.id) };
      return take(api.POST('/conversations/{id}/held', { params: { path: { id } }, body }));
    },
    () => {
      form.resetFields();
      setFiles([]);
    },
  );
  /** Behind what is written already: nothing typed is lost. */
  function insert(chosen: number): void {
    const text = canned.find((each) => each.id === chosen)?.text ?? '';
    const before = form.getFieldValue('text') ?? '';
    form.setFieldValue('text', [before, text].filter(Boolean).join('\n'));
  }
  return (
    <>
      <HeldReplies
        id={id}
        held={held}
        onUndone={(reply) => {
          const before = form.getFieldValue('text') ?? '';
          form.setFieldValue('text', [reply.text, before].filter(Boolean).join('\n'));
          setFiles([...reply.files, ...files]);
        }}
      />
      <Form form={form} layout="vertical" onFinish={send.mutate} requiredMark={false}>
        <Failure error={send.error} />
        {canned.length > 0 && (
          <Select
            className="search"
            aria-label={say('canned_choose')}
            placeholder={say('canned_choose')}
            value={null}
            onChange={insert}
            showSearch={{ optionFilterProp: 'label' }}
            options={canned.map((each) => ({ value: each.id, label: each.title }))}
          />
        )}
        <Form.Item
          name="text"
          label={say('reply')}
          extra={say('reply_goes_out')}
          rules={[{ required: files.length === 0, whitespace: files.length === 0, message: say('needed') }]}
        >
          <Input.TextArea rows={4} maxLength={4000} onChange={onType} />
        </Form.Item>
        <ReplyFiles id={id} files={files} onChange={setFiles} />
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {say('reply_send')}
          </Button>
          <Button onClick={() => setKeeping(form.getFieldValue('text') ?? '')}>{say('canned_keep')}</Button>
        </Space>
      </Form>
      {keeping !== undefined && <KeepReply text={keeping} onClose={() => setKeeping(undefined)} />}
    </>
  );
}
