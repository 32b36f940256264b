import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { useSay } from '../texts.ts';

interface KeepReplyProps {
  /** What was written, to begin with. */
  readonly text: string;
  readonly onClose: () => void;
}

/** Keeps a text under a name, for everybody who answers. */
export function KeepReply({ text, onClose }: KeepReplyProps) {
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ title: string; text: string }>();
  const keep = useMutation({
    mutationFn: (body: { title: string; text: string }) => take(api.POST('/canned-replies', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['canned'] });
      void message.success(say('canned_kept'));
      onClose();
    },
  });
  const needed = { required: true, whitespace: true, message: say('needed') };
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'title')}
      title={say('canned_keep')}
      open
      onCancel={onClose}
      onOk={form.submit}
      okText={say('canned_keep')}
      confirmLoading={keep.isPending}
    >
      <Failure error={keep.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ text }}
        onFinish={keep.mutate}
        requiredMark={false}
        name="keep"
      >
        <Form.Item name="title" label={say('canned_title')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="text" label={say('canned')} extra={say('canned_hint')} rules={[needed]}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
