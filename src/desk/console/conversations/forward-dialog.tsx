import { Form, Input, Modal, Select } from 'antd';
import { api, take } from '../api/client.ts';
import type { Directory } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

interface ForwardDialogProps {
  readonly id: number;
  readonly open: boolean;
  readonly directory: Directory | undefined;
  /** The one who forwards; nobody forwards to themselves. */
  readonly self: number;
  readonly onClose: () => void;
}

function readTarget(to: string): { staff: number } | { unit: number } {
  const [kind, id] = to.split('/');
  return kind === 'unit' ? { unit: Number(id) } : { staff: Number(id) };
}

/** Passes a conversation to a colleague or a unit, with what they should know. */
export function ForwardDialog({ id, open, directory, self, onClose }: ForwardDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<{ to: string; context: string }>();
  const forward = useConversationAct(
    ({ to, context }: { readonly to: string; readonly context: string }) =>
      take(
        api.POST('/conversations/{id}/forward', { params: { path: { id } }, body: { to: readTarget(to), context } }),
      ),
    onClose,
  );
  const options = [
    {
      label: say('units'),
      options: (directory?.units ?? []).map((unit) => ({ value: `unit/${unit.id}`, label: unit.name })),
    },
    {
      label: say('colleagues'),
      options: (directory?.staff ?? [])
        .filter((each) => each.id !== self)
        .map((each) => ({ value: `staff/${each.id}`, label: each.name })),
    },
  ];
  const needed = { required: true, message: say('needed') };
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'to')}
      title={say('forward')}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={say('forward')}
      confirmLoading={forward.isPending}
      destroyOnHidden
    >
      <Failure error={forward.error} />
      <Form form={form} layout="vertical" onFinish={forward.mutate} requiredMark={false}>
        <Form.Item name="to" label={say('forward_to')} rules={[needed]}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="context" label={say('forward_context')} rules={[needed]}>
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
