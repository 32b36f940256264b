import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
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

/** What was done at the desk, by whom and when: to search, to verify and to take away. */
export function RecordPage() {
  const say = useSay();
  const [asked, setAsked] = useState<{ readonly actor?: string; readonly subject?: string; readonly before?: number }>(
    {},
  );
  const { data, error, isPending } = useQuery(auditQuery(asked));
  const entries = data?.entries ?? [];
  const last = entries.at(-1)?.seq;
  const takeAway = async () => {
    const all = await take(api.POST('/audit/export', { body: { most: 10_000 } }));
    saveFile('audit.json', JSON.stringify(all.entries, null, 2));
  };
  return (
    <Page title={say('record')} actions={<Button onClick={() => void takeAway()}>{say('export')}</Button>}>
      <div className="search-wide">
        <Input.Search
          allowClear
          placeholder={say('search_actor')}
          aria-label={say('search_actor')}
          onSearch={(actor) => setAsked({ ...asked, actor })}
        />
        <Input.Search
          allowClear
          placeholder={say('search_subject')}
          aria-label={say('search_subject')}
          onSearch={(subject) => setAsked({ ...asked, subject })}
        />
        <Verification />
      </div>
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
          { title: say('who'), dataIndex: 'actor' },
          { title: say('on_what'), dataIndex: 'subject' },
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
        {asked.before !== undefined && (
          <Button
            onClick={() =>
              setAsked(({ actor, subject }) => ({ ...(actor ? { actor } : {}), ...(subject ? { subject } : {}) }))
            }
          >
            {say('newest')}
          </Button>
        )}
        {last !== undefined && last > 1 && (
          <Button onClick={() => setAsked({ ...asked, before: last })}>{say('older')}</Button>
        )}
      </Space>
    </Page>
  );
}
