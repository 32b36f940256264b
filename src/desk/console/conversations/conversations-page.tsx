import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { type Conversation, conversationsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { AnswerList } from './answer-list.tsx';
import { AnswerView } from './answer-view.tsx';
import { ConversationLine } from './conversation-line.tsx';
import { ConversationView } from './conversation-view.tsx';

const TABS = [
  { key: 'waiting', state: 'waiting', mine: false },
  { key: 'mine', state: 'open', mine: true },
  { key: 'open', state: 'open', mine: false },
  { key: 'history', state: 'ended', mine: false },
] as const satisfies readonly { key: string; state: Conversation['state']; mine: boolean }[];

function ConversationList({ state, mine }: { readonly state: Conversation['state']; readonly mine: boolean }) {
  const say = useSay();
  const { data, error } = useQuery(conversationsQuery(state, mine));
  return (
    <>
      <Failure error={error} />
      {data?.conversations.length === 0 && <p>{say('none')}</p>}
      <ul className="plain">
        {(data?.conversations ?? []).map((conversation) => (
          <li key={conversation.id}>
            <ConversationLine conversation={conversation} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Conversations with citizens: the lists on one side, with the answers somebody has to approve; the one that is open on the other. */
export function ConversationsPage({ staff, may }: PageProps) {
  const say = useSay();
  const first = useLocation().pathname.includes('/answers') ? 'answers' : 'waiting';
  const [tab, setTab] = useState<string>(first);
  const open = TABS.find(({ key }) => key === tab);
  const keys = [...TABS.map(({ key }) => key), ...(may.has('answer.list') ? ['answers'] : [])];
  return (
    <Page title={say('conversations')}>
      <div className="halves">
        <section>
          <Radio.Group
            aria-label={say('lists_of')}
            optionType="button"
            buttonStyle="solid"
            value={tab}
            onChange={({ target }) => setTab(target.value)}
            options={keys.map((key) => ({ value: key, label: say(key) }))}
          />
          {open ? <ConversationList state={open.state} mine={open.mine} /> : <AnswerList />}
        </section>
        <Routes>
          <Route path="answers/:id" element={<AnswerView staff={staff} />} />
          <Route path=":id" element={<ConversationView staff={staff} may={may} />} />
          <Route index element={<p className="hint">{say('choose_conversation')}</p>} />
        </Routes>
      </div>
    </Page>
  );
}
