import { Button, Form, Input } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { useStep } from './use-step.ts';

export function CodeStep() {
  const say = useSay();
  const step = useStep((body: { readonly code: string }) => take(api.POST('/session/code', { body })));
  return (
    <Form layout="vertical" onFinish={step.mutate} requiredMark={false}>
      <p>{say('code_about')}</p>
      <Failure error={step.error} />
      <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('needed') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={step.isPending}>
        {say('go_on')}
      </Button>
    </Form>
  );
}
