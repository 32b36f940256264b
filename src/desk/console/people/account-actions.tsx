import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Space } from 'antd';
import { api, take } from '../api/client.ts';
import { type Account, accountsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

interface AccountActionsProps {
  readonly account: Account;
  /** Nobody changes their own rights, nor locks themselves out. */
  readonly own: boolean;
  readonly onEdit: (account: Account) => void;
  readonly onIssued: (issued: { readonly name: string; readonly password: string }) => void;
}

export function AccountActions({ account, own, onEdit, onIssued }: AccountActionsProps) {
  const say = useSay();
  const queries = useQueryClient();
  const at = { params: { path: { id: account.id } } };
  const look = () => queries.invalidateQueries(accountsQuery);
  const reset = useMutation({
    mutationFn: () => take(api.POST('/accounts/{id}/reset', at)),
    onSuccess: (made) => {
      onIssued({ name: account.name, password: made.oneTimePassword });
      return look();
    },
  });
  const turn = useMutation({
    mutationFn: () =>
      take(account.disabledAt ? api.POST('/accounts/{id}/enable', at) : api.POST('/accounts/{id}/disable', at)),
    onSuccess: look,
  });
  if (own) return <>{say('yourself')}</>;
  const turning = say(account.disabledAt ? 'account_open' : 'account_shut');
  return (
    <>
      <Failure error={reset.error ?? turn.error} />
      <Space wrap>
        <Button onClick={() => onEdit(account)}>{say('account_change')}</Button>
        <Popconfirm title={say('reset_sure', { name: account.name })} onConfirm={() => reset.mutate()}>
          <Button loading={reset.isPending}>{say('account_reset')}</Button>
        </Popconfirm>
        <Popconfirm title={say('turn_sure', { what: turning, name: account.name })} onConfirm={() => turn.mutate()}>
          <Button danger={!account.disabledAt} loading={turn.isPending}>
            {turning}
          </Button>
        </Popconfirm>
      </Space>
    </>
  );
}
