import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { AUDIT_EVENTS } from '../../audit/audit-event.ts';
import { api, take } from '../api/client.ts';
import { type AuditEntry, auditQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Proves on demand that the record is as it was written. */
function Verification() {
  const say = useSay();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['audit-verification'],
    enabled: false,
    queryFn: () => take(api.GET('/audit/verification')),
  });
  return (
    <>
      <Button loading={isFetching} onClick={() => void refetch()}>
        {say('verify')}
      </Button>
      <Failure error={error} />
      {data?.holds === true && (
        <Alert
          type="success"
          role="status"
          title={say('chain_holds', { entries: data.entries })}
          description={data.head}
        />
      )}
      {data?.holds === false && <Alert type="error" role="alert" title={say('chain_broken', { at: data.at })} />}
    </>
  );
}

interface Asked {
  readonly event?: AuditEntry['event'];
  readonly actor?: string;
  readonly subject?: string;
  /** Days in China. */
  readonly from?: string;
  readonly to?: string;
  readonly before?: number;
}

const DAY_MS = 86_400_000;
/** The beginning of a day in China, as an instant. */
const startOf = (day: string | undefined, later = 0) =>
  day ? new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString() : undefined;

/** What is asked, as the desk takes it: to the end of the last day. */
function toQuery({ from, to, ...rest }: Asked) {
  const range = { from: startOf(from), to: startOf(to, DAY_MS) };
  const given = Object.entries({ ...rest, ...range }).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given) as Omit<Asked, 'before'> & { readonly before?: number };
}

/** What was done at the desk, by whom and when: to search by what, who, about what and when, to verify and to take away. */
export function RecordPage() {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({});
  const { data, error, isPending } = useQuery(auditQuery(toQuery(asked)));
  const entries = data?.entries ?? [];
  // An account may be called otherwise by now, and two may be called the same: the id tells which.
  const writeWho = (id: string) => {
    const name = data?.names[id];
    return name === undefined ? id : `${name} (${id})`;
  };
  const last = entries.at(-1)?.seq;
  // Another question begins with the newest again.
  const ask = (change: Asked) => setAsked(({ before: _before, ...rest }) => ({ ...rest, ...change }));
  const exporting = useMutation({
    mutationFn: async () => {
      const { before: _before, ...query } = toQuery(asked);
      const all = await take(api.POST('/audit/export', { body: { ...query, most: 10_000 } as never }));
      saveFile('audit.json', JSON.stringify(all.entries, null, 2));
    },
  });
  return (
    <Page
      title={say('record')}
      actions={
        <Button loading={exporting.isPending} onClick={() => exporting.mutate()}>
          {say('export')}
        </Button>
      }
    >
      <div className="search-wide">
        <Select<AuditEntry['event']>
          allowClear
          aria-label={say('search_event')}
          placeholder={say('search_event')}
          className="search"
          onChange={(event) => ask({ event })}
          showSearch={{ optionFilterProp: 'label' }}
          options={AUDIT_EVENTS.map((event) => ({ value: event, label: nameOf(say, 'audit', event) }))}
        />
        <Input.Search
          allowClear
          placeholder={say('search_actor')}
          aria-label={say('search_actor')}
          onSearch={(actor) => ask({ actor })}
        />
        <Input.Search
          allowClear
          placeholder={say('search_subject')}
          aria-label={say('search_subject')}
          onSearch={(subject) => ask({ subject })}
        />
        <Input
          type="date"
          aria-label={say('search_from')}
          prefix={say('search_from')}
          onChange={({ target }) => ask({ from: target.value })}
        />
        <Input
          type="date"
          aria-label={say('search_to')}
          prefix={say('search_to')}
          onChange={({ target }) => ask({ to: target.value })}
        />
        <Verification />
      </div>
      <Failure error={exporting.error} />
      <Failure error={error} />
      <WideTable<AuditEntry>
        label={say('record')}
        rowKey="seq"
        loading={isPending}
        dataSource={entries}
        pagination={false}
        columns={[
          { title: say('entry'), dataIndex: 'seq' },
          { title: say('when'), dataIndex: 'at', render: writeMoment },
          { title: say('what'), dataIndex: 'event', render: (event: string) => nameOf(say, 'audit', event) },
          { title: say('who'), dataIndex: 'actor', render: writeWho },
          { title: say('on_what'), dataIndex: 'subject', render: writeWho },
          {
            title: say('details'),
            dataIndex: 'detail',
            render: (detail: AuditEntry['detail']) =>
              Object.entries(detail)
                .map(([name, value]) => `${name}: ${value}`)
                .join(', '),
          },
        ]}
      />
      <Space className="actions">
        {asked.before !== undefined && <Button onClick={() => ask({})}>{say('newest')}</Button>}
        {last !== undefined && last > 1 && (
          <Button onClick={() => setAsked({ ...asked, before: last })}>{say('older')}</Button>
        )}
      </Space>
    </Page>
  );
}
