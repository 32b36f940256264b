import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { api, take } from '../api/client.ts';
import { directoryQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { useSay } from '../texts.ts';

/** Adds a unit. */
export function UnitDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useSay();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const add = useMutation({
    mutationFn: (body: { readonly name: string }) => take(api.POST('/units', { body })),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries(directoryQuery);
    },
  });
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'name')}
      title={say('unit_add')}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={add.isPending}
      destroyOnHidden
    >
      <Failure error={add.error} />
      <Form form={form} layout="vertical" onFinish={add.mutate} requiredMark={false}>
        <Form.Item
          name="name"
          label={say('unit_name')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
