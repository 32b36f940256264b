import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type DigestHead, digestsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';

/** Every digest that was made, newest first. */
export function DigestList({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const { data, error, isPending } = useQuery(digestsQuery(locale));
  return (
    <Page title={say('digests')}>
      <p className="hint">{say('digests_about')}</p>
      <Failure error={error} />
      <WideTable<DigestHead>
        label={say('digests_all')}
        rowKey="name"
        loading={isPending}
        dataSource={data?.digests ?? []}
        locale={{ emptyText: say('digests_none') }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: say('digest_title'),
            key: 'title',
            render: (_, { name, title }) => <Link to={`/digests/${name}`}>{title}</Link>,
          },
          { title: say('figure_summary'), dataIndex: 'summary' },
          { title: say('when'), dataIndex: 'madeAt', render: writeMoment },
        ]}
      />
    </Page>
  );
}
