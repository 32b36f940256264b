import { Form, Input, Modal } from 'antd';
import { useSay } from '../texts.ts';
import { Failure } from './failure.tsx';
import { focusWhenOpen } from './focus-when-open.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** What the reason is for; said above the field. */
  readonly about?: string;
  readonly open: boolean;
  readonly act: { readonly mutate: (reason: string) => void; readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
}

/** Asks why before something is done that is recorded with its reason. */
export function ReasonDialog({ title, about, open, act, onClose }: ReasonDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'reason')}
      title={title}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={title}
      confirmLoading={act.isPending}
      destroyOnHidden
    >
      {about && <p>{about}</p>}
      <Failure error={act.error} />
      <Form form={form} layout="vertical" onFinish={({ reason }) => act.mutate(reason)} requiredMark={false}>
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
