import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { ROLES } from '../../../roles.ts';
import { api, take } from '../api/client.ts';
import { type Account, accountsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { nameOf, useSay } from '../texts.ts';

interface Values {
  readonly signInName: string;
  readonly name: string;
  readonly unit?: number | undefined;
  readonly roles: Account['roles'];
}

interface AccountDialogProps {
  /** The account to change; a new one is made without. */
  readonly account: Account | undefined;
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly onClose: () => void;
  readonly onIssued: (issued: { readonly name: string; readonly password: string }) => void;
}

/** Makes an account, or changes what one may do. */
export function AccountDialog({ account, units, onClose, onIssued }: AccountDialogProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: async ({ signInName, name, unit = undefined, roles }: Values) => {
      const rights = { name, unit: unit ?? null, roles };
      if (account) {
        await take(api.PATCH('/accounts/{id}', { params: { path: { id: account.id } }, body: rights }));
        return;
      }
      const made = await take(api.POST('/accounts', { body: { signInName, ...rights } }));
      onIssued({ name: made.account.name, password: made.oneTimePassword });
    },
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries(accountsQuery);
    },
  });
  const needed = { required: true, whitespace: true, message: say('needed') };
  const title = say(account ? 'account_change' : 'account_add');
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'name')}
      title={title}
      open
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Failure error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={save.mutate}
        requiredMark={false}
        initialValues={account ? { ...account, unit: account.unit ?? undefined } : { roles: [] }}
      >
        <Form.Item name="name" label={say('person_name')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="signInName" label={say('sign_in_name')} rules={[needed]}>
          <Input maxLength={60} disabled={account !== undefined} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={say('unit')}>
          <Select allowClear options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="roles" label={say('roles')}>
          <Checkbox.Group
            className="roles"
            options={ROLES.map((role) => ({ value: role, label: nameOf(say, 'role', role) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
