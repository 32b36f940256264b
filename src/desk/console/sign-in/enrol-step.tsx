import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useEffect } from 'react';
import { api, keepToken, take } from '../api/client.ts';
import { type Session, sessionQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

interface Confirmed {
  readonly recoveryCodes: readonly string[];
  readonly session: Session;
}

function RecoveryCodes({ recoveryCodes, session }: Confirmed) {
  const say = useSay();
  const queries = useQueryClient();
  return (
    <>
      <p>{say('recovery_about')}</p>
      <ul className="codes">
        {recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button type="primary" block onClick={() => queries.setQueryData(sessionQuery.queryKey, session)}>
        {say('recovery_kept')}
      </Button>
    </>
  );
}

/** Binding an authenticator: a code to scan, its secret to type, a first code, and recovery codes shown this once. */
export function EnrolStep() {
  const say = useSay();
  const begin = useMutation({ mutationFn: () => take(api.POST('/session/authenticator')) });
  const confirm = useMutation({
    mutationFn: (body: { readonly code: string }) => take(api.PUT('/session/authenticator', { body })),
    onSuccess: ({ session }) => keepToken(session.csrfToken),
  });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  if (confirm.data) return <RecoveryCodes {...confirm.data} />;
  return (
    <Form layout="vertical" onFinish={confirm.mutate} requiredMark={false}>
      <p>{say('enrol_about')}</p>
      <Failure error={begin.error ?? confirm.error} />
      {begin.data && (
        <div className="enrol">
          <QRCode type="svg" value={begin.data.uri} size={200} aria-label={say('enrol_scan')} />
          <p>
            {say('enrol_secret')} <code>{begin.data.secret}</code>
          </p>
        </div>
      )}
      <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('needed') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
        {say('enrol_confirm')}
      </Button>
    </Form>
  );
}
