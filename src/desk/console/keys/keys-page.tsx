import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { api, take } from '../api/client.ts';
import { type KeyStandings, keysQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';

type Key = KeyStandings['keys'][number];

/** Which keys seal what is stored, how far a rotation is, and a new one. Keys are named by id; none is ever shown. */
export function KeysPage({ may }: PageProps) {
  const say = useSay();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery(keysQuery);
  const rotate = useMutation({
    mutationFn: () => take(api.POST('/keys/rotation')),
    onSettled: () => queries.invalidateQueries(keysQuery),
  });
  const keys = data?.keys ?? [];
  const all = keys.reduce((sum, { values }) => sum + values, 0);
  const done = keys.find(({ state }) => state === 'current')?.values ?? 0;
  return (
    <Page title={say('keys')}>
      <p className="hint">{say('keys_about')}</p>
      <Failure error={error ?? rotate.error} />
      {data?.rotating && (
        <Alert
          type="info"
          role="status"
          className="failure"
          title={say('keys_rotating', { done, all })}
          description={say('keys_goes_on')}
        />
      )}
      <WideTable<Key>
        label={say('keys')}
        rowKey="id"
        loading={isPending}
        dataSource={keys}
        pagination={false}
        columns={[
          { title: say('keys_id'), dataIndex: 'id', render: (id: string) => <code>{id}</code> },
          { title: say('keys_state'), dataIndex: 'state', render: (state: string) => say(`keys_${state}`) },
          { title: say('keys_values'), dataIndex: 'values' },
        ]}
      />
      {may.has('keys.rotate') && (
        <Popconfirm title={say('keys_sure')} okText={say('keys_rotate')} onConfirm={() => rotate.mutate()}>
          <Button className="actions" loading={rotate.isPending}>
            {say(data?.rotating ? 'keys_go_on' : 'keys_rotate')}
          </Button>
        </Popconfirm>
      )}
    </Page>
  );
}
