import { Button, Form, Input } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { useStep } from './use-step.ts';

interface Values {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

export function PasswordStep() {
  const say = useSay();
  const step = useStep(({ current, next }: Values) => take(api.POST('/session/password', { body: { current, next } })));
  const needed = { required: true, message: say('needed') };
  return (
    <Form layout="vertical" onFinish={step.mutate} requiredMark={false}>
      <p>{say('password_about')}</p>
      <Failure error={step.error} />
      <Form.Item name="current" label={say('password_current')} rules={[needed]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="next" label={say('password_next')} rules={[needed]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('password_again')}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: async (_rule, value) => {
              if (value && value !== getFieldValue('next')) throw new Error(say('password_differs'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={step.isPending}>
        {say('password_change')}
      </Button>
    </Form>
  );
}
