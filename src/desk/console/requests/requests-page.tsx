import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, Route, Routes } from 'react-router';
import { type ListedRequest, personQuery, requestsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { Board } from './board.tsx';
import { DueTag } from './due-tag.tsx';
import { RequestPage } from './request-page.tsx';
import { type Asked, RequestSearch } from './request-search.tsx';

/** The requests asked for: the newest, those with this in their number, or one person's; and how to have more of them. */
function useRequests({ by, words }: Asked) {
  const byNumber = by === 'number' || !words;
  const listed = useInfiniteQuery({ ...requestsQuery(by === 'number' ? words : ''), enabled: byNumber });
  const person = by === 'phone' ? { phone: words } : { name: words };
  const found = useQuery({ ...personQuery(person), enabled: !byNumber });
  const { error, isPending } = byNumber ? listed : found;
  const requests = byNumber ? listed.data?.pages.flatMap((page) => page.requests) : found.data?.requests;
  const more = byNumber && listed.hasNextPage ? () => void listed.fetchNextPage() : undefined;
  return { requests: requests ?? [], error, isPending, more, isReading: listed.isFetchingNextPage };
}

function RequestList({ locale, may }: Pick<PageProps, 'locale' | 'may'>) {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ by: 'number', words: '' });
  const [shape, setShape] = useState<'list' | 'board'>('list');
  const { requests, error, isPending, more, isReading } = useRequests(useDeferredValue(asked));
  const none = isPending ? '' : say(asked.words ? 'none_found' : 'none');
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
      <RequestSearch byPerson={may.has('request.search')} onAsk={setAsked} />
      <Failure error={error} />
      {shape === 'board' && <Board requests={requests} locale={locale} none={none} />}
      {shape === 'list' && (
        <WideTable<ListedRequest>
          label={say('requests')}
          rowKey="number"
          loading={isPending}
          dataSource={requests as ListedRequest[]}
          locale={{ emptyText: none }}
          columns={[
            {
              title: say('number'),
              dataIndex: 'number',
              className: 'whole',
              render: (value: string) => <Link to={`/requests/${value}`}>{value}</Link>,
            },
            {
              title: say('state'),
              key: 'state',
              render: (_, { standing }) => (locale === 'en' ? standing.en : standing.title),
            },
            { title: say('filed_on'), dataIndex: 'filedOn', className: 'whole' },
            { title: say('due_day'), key: 'due', render: (_, request) => <DueTag request={request} locale={locale} /> },
            {
              title: say('channel'),
              dataIndex: 'channel',
              className: 'whole',
              render: (channel: string) => nameOf(say, 'channel', channel),
            },
            { title: say('about'), dataIndex: 'about' },
            { title: say('requester'), dataIndex: 'name', className: 'whole' },
          ]}
        />
      )}
      {more && (
        <Button onClick={more} loading={isReading}>
          {say('older')}
        </Button>
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
