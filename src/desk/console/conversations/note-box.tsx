import { Button, Form, Input } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

/** Notes something for colleagues. */
export function NoteBox({ id }: { readonly id: number }) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const keep = useConversationAct(
    (body: { readonly text: string }) =>
      take(api.POST('/conversations/{id}/notes', { params: { path: { id } }, body })),
    () => form.resetFields(),
  );
  return (
    <Form form={form} layout="vertical" onFinish={keep.mutate} requiredMark={false} name="note">
      <Failure error={keep.error} />
      <Form.Item name="text" label={say('note')} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Button htmlType="submit" loading={keep.isPending}>
        {say('note_keep')}
      </Button>
    </Form>
  );
}
