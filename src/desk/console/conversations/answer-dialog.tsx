import { Form, Input, Modal } from 'antd';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { useSay } from '../texts.ts';

interface AnswerDialogProps {
  readonly kind: 'edit' | 'reject';
  readonly open: boolean;
  /** What stands in the field at first. */
  readonly text: string;
  readonly act: { readonly mutate: (text: string) => void; readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
}

/** Writes an answer anew, for a colleague to approve; or one's own instead, which is sent at once. */
export function AnswerDialog({ kind, open, text, act, onClose }: AnswerDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'text')}
      title={say(`answer_${kind}`)}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={say(`answer_${kind}_do`)}
      confirmLoading={act.isPending}
      destroyOnHidden
    >
      <p>{say(`answer_${kind}_about`)}</p>
      <Failure error={act.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ text }}
        onFinish={(written) => act.mutate(written.text)}
        requiredMark={false}
      >
        <Form.Item
          name="text"
          label={say('answer_text')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={8} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
