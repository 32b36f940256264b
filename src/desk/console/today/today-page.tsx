import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answersQuery, conversationsQuery, dueQuery, undeliveredQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { readToday, writeDay } from '../common/write-time.ts';
import { AnswerList } from '../conversations/answer-list.tsx';
import { ConversationLine } from '../conversations/conversation-line.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { RequestLine } from '../requests/request-line.tsx';
import { useSay } from '../texts.ts';
import { DueEntries } from './due-entries.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Undelivered } from './undelivered.tsx';

/** Requests shown: those due first. */
const SHOWN = 10;

function Waiting({ state, mine, title }: { state: 'waiting' | 'open'; mine: boolean; title: string }) {
  const say = useSay();
  const { data, error } = useQuery(conversationsQuery(state, mine));
  const found = data?.conversations ?? [];
  return (
    <Card title={`${title}（${found.length}）`}>
      <Failure error={error} />
      {data && found.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {found.slice(0, SHOWN).map((conversation) => (
          <li key={conversation.id}>
            <ConversationLine conversation={conversation} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Answers() {
  const say = useSay();
  const { data } = useQuery(answersQuery);
  if (!data?.answers.length) return null;
  return (
    <Card title={`${say('answers')}（${data.answers.length}）`}>
      <AnswerList />
    </Card>
  );
}

function Due({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const { data, error } = useQuery(dueQuery(SHOWN));
  return (
    <Card title={say('due')}>
      <Failure error={error} />
      {data?.requests.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {(data?.requests ?? []).map((request) => (
          <li key={request.number}>
            <RequestLine request={request} locale={locale} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What waits for this person today. */
export function TodayPage({ may, locale }: PageProps) {
  const say = useSay();
  const talks = may.has('conversation.list');
  return (
    <Page title={say('today')} actions={<span>{writeDay(readToday(), locale)}</span>}>
      <div className="stacks">
        {talks && <Waiting state="waiting" mine={false} title={say('waiting')} />}
        {may.has('request.present') && <Due locale={locale} />}
        {talks && <Waiting state="open" mine title={say('mine')} />}
        {may.has('answer.list') && <Answers />}
        {may.has('knowledge.read') && <DueEntries locale={locale} />}
        {may.has('follow_up.list') && <FollowUps locale={locale} />}
        {may.has('undelivered.list') && <Undelivered query={undeliveredQuery} />}
      </div>
    </Page>
  );
}
