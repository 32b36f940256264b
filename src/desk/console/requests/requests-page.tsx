import { useQuery } from '@tanstack/react-query';
import { Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, Route, Routes } from 'react-router';
import { type ListedRequest, requestsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { Board } from './board.tsx';
import { DueTag } from './due-tag.tsx';
import { RequestPage } from './request-page.tsx';

function RequestList({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [shape, setShape] = useState<'list' | 'board'>('list');
  const number = useDeferredValue(typed.trim());
  const { data, error, isPending } = useQuery(requestsQuery(number ? { number } : {}));
  return (
    <Page
      title={say('requests')}
      actions={
        <Segmented
          aria-label={say('shape')}
          value={shape}
          onChange={setShape}
          options={[
            { value: 'list', label: say('shape_list') },
            { value: 'board', label: say('shape_board') },
          ]}
        />
      }
    >
      <Input.Search
        allowClear
        className="search"
        placeholder={say('search_number')}
        aria-label={say('search_number')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Failure error={error} />
      {shape === 'board' && <Board requests={data?.requests ?? []} locale={locale} />}
      {shape === 'list' && (
        <WideTable<ListedRequest>
          label={say('requests')}
          rowKey="number"
          loading={isPending}
          dataSource={data?.requests ?? []}
          locale={{ emptyText: say('none') }}
          columns={[
            {
              title: say('number'),
              dataIndex: 'number',
              render: (value: string) => <Link to={`/requests/${value}`}>{value}</Link>,
            },
            {
              title: say('state'),
              key: 'state',
              render: (_, { standing }) => (locale === 'en' ? standing.en : standing.title),
            },
            { title: say('filed_on'), dataIndex: 'filedOn' },
            { title: say('due_day'), key: 'due', render: (_, request) => <DueTag request={request} locale={locale} /> },
            {
              title: say('channel'),
              dataIndex: 'channel',
              render: (channel: string) => nameOf(say, 'channel', channel),
            },
            { title: say('about'), dataIndex: 'about' },
            { title: say('requester'), dataIndex: 'name' },
          ]}
        />
      )}
    </Page>
  );
}

/** Requests: the list, and the one that is open. */
export function RequestsPage(props: PageProps) {
  return (
    <Routes>
      <Route index element={<RequestList {...props} />} />
      <Route path=":number" element={<RequestPage {...props} />} />
    </Routes>
  );
}
