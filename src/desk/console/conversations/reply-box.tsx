import { Button, Form, Input } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

/** Writes to the citizen. What was typed stays until it is sent. */
export function ReplyBox({ id, onType }: { readonly id: number; readonly onType: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const send = useConversationAct(
    (body: { readonly text: string }) =>
      take(api.POST('/conversations/{id}/replies', { params: { path: { id } }, body })),
    () => form.resetFields(),
  );
  return (
    <Form form={form} layout="vertical" onFinish={send.mutate} requiredMark={false}>
      <Failure error={send.error} />
      <Form.Item
        name="text"
        label={say('reply')}
        extra={say('reply_goes_out')}
        rules={[{ required: true, whitespace: true, message: say('needed') }]}
      >
        <Input.TextArea rows={4} maxLength={4000} onChange={onType} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {say('reply_send')}
      </Button>
    </Form>
  );
}
