import { Button, Form, Input } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { useStep } from './use-step.ts';

interface Values {
  readonly name: string;
  readonly password: string;
}

export function SignInStep() {
  const say = useSay();
  const step = useStep((body: Values) => take(api.POST('/session', { body })));
  return (
    <Form layout="vertical" onFinish={step.mutate} requiredMark={false}>
      <Failure error={step.error} />
      <Form.Item name="name" label={say('sign_in_name')} rules={[{ required: true, message: say('needed') }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('needed') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={step.isPending}>
        {say('sign_in')}
      </Button>
    </Form>
  );
}
