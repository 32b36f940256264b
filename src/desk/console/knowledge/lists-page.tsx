import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { nameOf, useSay } from '../texts.ts';
import { type Lists, listsQuery } from './queries.ts';

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 1000) / 10}%`);
const LATE = { overdue: 'tag-late', due: 'tag-warn', published: '', undated: '' } as const;

/** Lists the report is made from: what must be disclosed by whom and when, columns, proposals, policies. */
export function ListsPage() {
  const say = useSay();
  const { data, error, isPending } = useQuery(listsQuery);
  const none = { emptyText: say('none') };
  const named = (list: readonly { readonly name: string; readonly count: number }[], of?: string) =>
    list.map(({ name, count }) => `${of ? nameOf(say, of, name) : name} ${count}`).join(say('comma'));
  return (
    <Page title={say('knowledge_lists')}>
      <Failure error={error} />
      <p>{say('lists_about')}</p>
      {data && (
        <p role="status">
          {say('lists_count', { published: data.published, overdue: data.overdue })} {named(data.byType)}
          {data.byChannel.length > 0 && ` · ${say('lists_channels')} ${named(data.byChannel, 'list_channel')}`}
        </p>
      )}
      <h2>{say('list_items')}</h2>
      <WideTable<Lists['items'][number]>
        label={say('list_items')}
        rowKey="id"
        loading={isPending}
        dataSource={data?.items ?? []}
        locale={none}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: say('list_item'), dataIndex: 'title' },
          { title: say('list_type'), dataIndex: 'type' },
          { title: say('list_maker'), dataIndex: 'maker' },
          { title: say('list_publisher'), dataIndex: 'publisher' },
          {
            title: say('channel'),
            key: 'channels',
            render: (_, { channels }) => channels.map((each) => nameOf(say, 'list_channel', each)).join(say('comma')),
          },
          {
            title: say('due_day'),
            key: 'due',
            render: (_, { due, published, standing }) => (
              <>
                {due ?? published} <Tag className={LATE[standing]}>{say(`list_${standing}`)}</Tag>
              </>
            ),
          },
        ]}
      />
      <h2>{say('list_columns')}</h2>
      <WideTable<Lists['columns'][number]>
        label={say('list_columns')}
        rowKey="id"
        dataSource={data?.columns ?? []}
        locale={none}
        pagination={false}
        columns={[
          { title: say('list_column'), dataIndex: 'title' },
          { title: say('list_column_items'), dataIndex: 'items' },
        ]}
      />
      <h2>{say('list_proposals')}</h2>
      <WideTable<Lists['proposals'][number]>
        label={say('list_proposals')}
        rowKey="year"
        dataSource={data?.proposals ?? []}
        locale={none}
        pagination={false}
        columns={[
          { title: say('list_year'), dataIndex: 'year' },
          { title: say('list_received'), dataIndex: 'received' },
          { title: say('list_lead'), dataIndex: 'lead' },
          { title: say('list_joint'), dataIndex: 'joint' },
          { title: say('list_handled'), key: 'handled', render: (_, { handledShare }) => percent(handledShare) },
          { title: say('list_replied'), key: 'replied', render: (_, { repliedShare }) => percent(repliedShare) },
          { title: say('list_content'), key: 'content', render: (_, { contentShare }) => percent(contentShare) },
          { title: say('list_solved'), key: 'solved', render: (_, { solvedShare }) => percent(solvedShare) },
          { title: say('list_replies_published'), dataIndex: 'published' },
        ]}
      />
      <h2>{say('list_policies')}</h2>
      <WideTable<Lists['policies'][number]>
        label={say('list_policies')}
        rowKey="id"
        dataSource={data?.policies ?? []}
        locale={none}
        pagination={false}
        columns={[
          { title: say('entry_title'), key: 'title', render: (_, { title, url }) => <a href={url}>{title}</a> },
          {
            title: say('list_interpretations'),
            key: 'interpretations',
            render: (_, { interpretations }) => interpretations.join(say('comma')),
          },
        ]}
      />
    </Page>
  );
}
