import { Button, Input, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { thisYear } from '../common/write-time.ts';
import { useSay } from '../texts.ts';
import { entryColumns, textColumns } from './entry-columns.tsx';
import { useFoundEntries } from './entry-select.tsx';
import { findFileForm } from './file-forms.ts';
import type { Entry } from './queries.ts';
import { TopicSelect } from './topic-select.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

const KINDS = [
  'answers',
  'matters',
  'authorities',
  'figures',
  'texts',
  'calendars',
  'regimes',
  'documents',
  'settings',
  'files',
] as const;
type Kind = (typeof KINDS)[number];
const CALENDARS = 'knowledge/national/calendar/';
const kindOf = ({ list, path }: Entry) => list ?? findFileForm(path)?.kind ?? 'files';
/** Kinds of which a new one may be begun in a file there is. */
const BEGUN: readonly Kind[] = ['answers', 'matters', 'authorities', 'figures'];
const pathOfYear = (year: number) => `${CALENDARS}${year}.yaml`;

/** What is said below the lists that are not like the others. */
const ABOUT: Partial<Record<Kind, string>> = { texts: 'texts_about', files: 'files_about' };

/** Everything that is edited here, found by words or pinyin; opening one begins a draft of it. */
export function EntriesPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<Kind>('answers');
  const [topic, setTopic] = useState<string>();
  const kept = useMemo(
    () => (entry: Entry) => kindOf(entry) === kind && (topic === undefined || entry.topic === topic),
    [kind, topic],
  );
  const { found, error, isPending } = useFoundEntries(useDeferredValue(typed), kept);
  const begin = useKnowledgeAct(
    ({ path, id, list }: Pick<Entry, 'path' | 'list'> & { readonly id?: string }) => {
      const of = list === null ? { whole: true } : id === undefined ? {} : { entry: id };
      return take(api.POST('/knowledge/drafts', { body: { path, ...of } }));
    },
    ({ draft }) => navigate(`/knowledge/drafts/${draft}`),
  );
  const columns = useMemo(
    () => (kind === 'texts' ? textColumns : entryColumns)(say, begin.mutate),
    [kind, say, begin.mutate],
  );
  const file = found[0]?.path;
  // The notice for a year comes out in the autumn before it; one for the year that runs may be put right.
  const missing = [thisYear(), thisYear() + 1].filter((year) => !found.some(({ path }) => path === pathOfYear(year)));
  return (
    <Page
      title={say('knowledge_entries')}
      actions={
        kind === 'calendars'
          ? missing.map((year) => (
              <Button key={year} onClick={() => begin.mutate({ path: pathOfYear(year), list: null })}>
                {say('calendar_new', { year })}
              </Button>
            ))
          : BEGUN.includes(kind) &&
            file !== undefined && (
              <Button onClick={() => begin.mutate({ path: file, list: kind })}>{say('entry_new')}</Button>
            )
      }
    >
      <div className="search-wide">
        <Select
          aria-label={say('entry_kind')}
          virtual={false}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setTopic(undefined);
          }}
          options={KINDS.map((value) => ({ value, label: say(`kind_${value}`) }))}
        />
        {kind === 'texts' && <TopicSelect value={topic} onChange={setTopic} />}
        <Input.Search
          allowClear
          aria-label={say(kind === 'texts' ? 'words_search' : 'entry_search')}
          placeholder={say(kind === 'texts' ? 'words_search' : 'entry_search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Failure error={error ?? begin.error} />
      <WideTable<Entry>
        label={say('knowledge_entries')}
        rowKey={({ path, id }) => `${path}#${id}`}
        loading={isPending}
        dataSource={found}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: say('none') }}
        columns={columns}
      />
      <p className="about">{say(ABOUT[kind] ?? 'entries_about')}</p>
    </Page>
  );
}
