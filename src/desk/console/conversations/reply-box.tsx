import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { cannedQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { KeepReply } from './keep-reply.tsx';
import { useConversationAct } from './use-conversation-act.ts';

interface ReplyBoxProps {
  readonly id: number;
  readonly onType: () => void;
}

/** Writes to the citizen, from a ready text if there is one. What was typed stays until it is sent. */
export function ReplyBox({ id, onType }: ReplyBoxProps) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const [keeping, setKeeping] = useState<string>();
  const { data } = useQuery(cannedQuery);
  const canned = data?.replies ?? [];
  const send = useConversationAct(
    (body: { readonly text: string }) =>
      take(api.POST('/conversations/{id}/replies', { params: { path: { id } }, body })),
    () => form.resetFields(),
  );
  /** Behind what is written already: nothing typed is lost. */
  function insert(chosen: number): void {
    const text = canned.find((each) => each.id === chosen)?.text ?? '';
    const before = form.getFieldValue('text') ?? '';
    form.setFieldValue('text', [before, text].filter(Boolean).join('\n'));
  }
  return (
    <>
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
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={4} maxLength={4000} onChange={onType} />
        </Form.Item>
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
