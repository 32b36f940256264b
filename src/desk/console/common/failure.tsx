import { Alert } from 'antd';
import { ApiFailure } from '../api/client.ts';
import { useSay } from '../texts.ts';

/** What went wrong and how to mend it, read out when it appears. */
export function Failure({ error }: { readonly error: unknown }) {
  const say = useSay();
  if (error === null || error === undefined) return null;
  const known = error instanceof ApiFailure && error.code !== 'offline' ? error : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={known?.message || say('failed')}
      description={known?.hint || say('failed_hint')}
      className="failure"
    />
  );
}
