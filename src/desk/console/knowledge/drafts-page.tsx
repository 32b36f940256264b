import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import { useSay } from '../texts.ts';
import { nameEdited } from './name-edited.ts';
import { type DraftHead, draftsQuery } from './queries.ts';

/** Changes on their way, and those that ended. */
export function DraftsPage() {
  const say = useSay();
  const [ended, setEnded] = useState(false);
  const { data, error, isPending } = useQuery(draftsQuery(ended));
  return (
    <Page
      title={say('knowledge_drafts')}
      actions={
        <Segmented
          aria-label={say('standing')}
          value={ended}
          onChange={setEnded}
          options={[
            { value: false, label: say('drafts_open') },
            { value: true, label: say('drafts_ended') },
          ]}
        />
      }
    >
      <Failure error={error} />
      <WideTable<DraftHead>
        label={say('knowledge_drafts')}
        rowKey="id"
        loading={isPending}
        dataSource={data?.drafts ?? []}
        pagination={false}
        locale={{ emptyText: say('drafts_none') }}
        columns={[
          {
            title: say('entry_title'),
            key: 'title',
            render: (_, draft) => <Link to={`/knowledge/drafts/${draft.id}`}>{nameEdited(say, draft)}</Link>,
          },
          { title: say('standing'), key: 'state', render: (_, { state }) => say(`draft_${state}`) },
          { title: say('draft_by'), dataIndex: 'changedBy' },
          { title: say('draft_changed'), key: 'at', render: (_, { changedAt }) => writeMoment(changedAt) },
        ]}
      />
    </Page>
  );
}
