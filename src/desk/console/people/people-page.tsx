import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { type Account, accountsQuery, directoryQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { OneTimePassword } from './one-time-password.tsx';
import { UnitDialog } from './unit-dialog.tsx';

/** People, what they may do, and their units. */
export function PeoplePage({ staff }: PageProps) {
  const say = useSay();
  const { data, error, isPending } = useQuery(accountsQuery);
  const { data: directory } = useQuery(directoryQuery);
  const [open, setOpen] = useState<'unit' | 'new' | Account>();
  const [issued, setIssued] = useState<{ readonly name: string; readonly password: string }>();
  const close = () => setOpen(undefined);
  return (
    <Page
      title={say('people')}
      actions={
        <>
          <Button onClick={() => setOpen('unit')}>{say('unit_add')}</Button>
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('account_add')}
          </Button>
        </>
      }
    >
      <Failure error={error} />
      <WideTable<Account>
        label={say('people')}
        rowKey="id"
        loading={isPending}
        dataSource={data?.accounts ?? []}
        pagination={false}
        columns={[
          { title: say('person_name'), dataIndex: 'name' },
          { title: say('sign_in_name'), dataIndex: 'signInName' },
          {
            title: say('unit'),
            dataIndex: 'unit',
            render: (unit: number | null) => directory?.units.find((each) => each.id === unit)?.name ?? '',
          },
          {
            title: say('roles'),
            dataIndex: 'roles',
            render: (roles: Account['roles']) => roles.map((role) => <Tag key={role}>{nameOf(say, 'role', role)}</Tag>),
          },
          {
            title: say('standing'),
            key: 'standing',
            render: (_, account) => say(account.disabledAt ? 'shut' : account.oneTimeUntil ? 'invited' : 'active'),
          },
          {
            title: say('actions'),
            key: 'actions',
            render: (_, account) => (
              <AccountActions account={account} own={account.id === staff.id} onEdit={setOpen} onIssued={setIssued} />
            ),
          },
        ]}
      />
      <UnitDialog open={open === 'unit'} onClose={close} />
      {open !== undefined && open !== 'unit' && (
        <AccountDialog
          account={open === 'new' ? undefined : open}
          units={directory?.units ?? []}
          onClose={close}
          onIssued={setIssued}
        />
      )}
      <OneTimePassword issued={issued} onClose={() => setIssued(undefined)} />
    </Page>
  );
}
