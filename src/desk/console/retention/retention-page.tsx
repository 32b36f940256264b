import { useQuery } from '@tanstack/react-query';
import { directoryQuery, type Retention, retentionQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, type Say, useSay } from '../texts.ts';
import { RunButton } from './run-button.tsx';

type Due = Retention['due'][number];
type Hold = Retention['holds'][number];
type Proof = Retention['proofs'][number];

/** `6 months` as people say it. */
function writeKeep(say: Say, keep: string | null): string {
  const [, many = '', unit = ''] = /^(\d+) ([a-z]+?)s?$/u.exec(keep ?? '') ?? [];
  return unit === '' ? (keep ?? say('retention_always')) : say(`keep_${unit}`, { many });
}

/** What is done with it in the end. */
const nameThen = (say: Say, how: string) => say(how === 'keep' ? 'retention_keep_all' : `retention_${how}`);

/** The day an instant falls on. */
const writeDate = (iso: string | null) => iso?.slice(0, 10) ?? '';

/** How long what is kept: what is due now, which cases are held back, and the proof of what was erased. */
export function RetentionPage({ may }: PageProps) {
  const say = useSay();
  const { data, error, isPending } = useQuery(retentionQuery);
  const { data: directory } = useQuery(directoryQuery);
  const nameBy = (by: string) => directory?.staff.find(({ id }) => by === `staff:${id}`)?.name ?? nameOf(say, 'by', by);
  const due = (data?.due ?? []).reduce((sum, each) => sum + (each.action === 'keep' ? 0 : each.due), 0);
  return (
    <Page title={say('retention')}>
      <p className="hint">{say('retention_about')}</p>
      <Failure error={error} />
      {data && may.has('retention.run') && <RunButton due={due} />}
      <h2>{say('retention_due')}</h2>
      <WideTable<Due>
        label={say('retention_due')}
        rowKey="data"
        loading={isPending}
        dataSource={data?.due ?? []}
        pagination={false}
        columns={[
          { title: say('retention_data'), dataIndex: 'data', render: (name: string) => nameOf(say, 'data', name) },
          { title: say('retention_keep'), dataIndex: 'keep', render: (keep: string | null) => writeKeep(say, keep) },
          { title: say('retention_then'), dataIndex: 'action', render: (how: string) => nameThen(say, how) },
          { title: say('retention_many'), dataIndex: 'due' },
          { title: say('retention_oldest'), dataIndex: 'oldest', render: writeDate },
        ]}
      />
      <h2>{say('retention_holds')}</h2>
      {data?.holds.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {data?.holds.map(({ number, placedAt, placedBy }: Hold) => (
          <li key={number}>{say('retention_held', { number, at: writeDate(placedAt), name: nameBy(placedBy) })}</li>
        ))}
      </ul>
      <h2>{say('retention_proofs')}</h2>
      <WideTable<Proof>
        label={say('retention_proofs')}
        rowKey="id"
        loading={isPending}
        dataSource={data?.proofs ?? []}
        locale={{ emptyText: say('none') }}
        pagination={false}
        columns={[
          { title: say('when'), dataIndex: 'at', render: writeMoment },
          { title: say('who'), dataIndex: 'by', render: nameBy },
          { title: say('retention_data'), dataIndex: 'data', render: (name: string) => nameOf(say, 'data', name) },
          { title: say('retention_then'), dataIndex: 'action', render: (how: string) => nameThen(say, how) },
          { title: say('retention_many'), dataIndex: 'many' },
          {
            title: say('retention_span'),
            key: 'span',
            render: (_, { oldest, newest }) => `${writeDate(oldest)} – ${writeDate(newest)}`,
          },
          { title: say('retention_hash'), dataIndex: 'keysHash', ellipsis: true, width: 160 },
        ]}
      />
    </Page>
  );
}
