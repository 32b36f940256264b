import { Form, Input, Modal } from 'antd';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

export interface Publishing {
  readonly at?: string;
  readonly because?: string;
}

interface PublishDialogProps {
  readonly worse: number;
  readonly act: { readonly mutate: (values: Publishing) => void; readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
}

/** From when it is served, and, where something is answered worse, why all the same. */
export function PublishDialog({ worse, act, onClose }: PublishDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<{ at?: string; because?: string }>();
  const publish = ({ at, because }: { at?: string; because?: string }) =>
    act.mutate({
      // The clock on the wall is China's, whatever this machine says.
      ...(at ? { at: new Date(`${at}:00+08:00`).toISOString() } : {}),
      ...(because ? { because } : {}),
    });
  return (
    <Modal
      open
      title={say('publish')}
      okText={say('publish')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      <Failure error={act.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={publish}>
        <Form.Item name="at" label={say('publish_at')} extra={say('publish_at_hint')}>
          <Input type="datetime-local" />
        </Form.Item>
        {worse > 0 && (
          <Form.Item
            name="because"
            label={say('publish_because', { worse })}
            rules={[{ required: true, min: 4, message: say('needed') }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
