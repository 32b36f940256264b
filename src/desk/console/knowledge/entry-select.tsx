import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import { useSay } from '../texts.ts';
import { type Entry, entriesQuery } from './queries.ts';

/** Entries found by what is typed: words of the title, phrasings, the id, or how it is spelled in pinyin. */
export function useFoundEntries(typed: string, kept: (entry: Entry) => boolean) {
  const { data, error, isPending } = useQuery(entriesQuery);
  const all = useMemo(() => (data?.entries ?? []).filter(kept), [data, kept]);
  const fuse = useMemo(
    () =>
      new Fuse(all, {
        keys: [{ name: 'title', weight: 3 }, { name: 'sound', weight: 2 }, 'phrasings', 'id', 'topic'],
        threshold: 0.3,
        ignoreLocation: true,
      }),
    [all],
  );
  const found = typed.trim() === '' ? all : fuse.search(typed.trim().toLowerCase()).map(({ item }) => item);
  return { found, error, isPending };
}

const isAnswer = (entry: Entry) => entry.list === 'answers';
const nameOf = ({ path, id }: Entry) => `${path}#${id}`;
/** Entries offered in a list that opens. */
const OFFERED = 50;

interface EntrySelectProps {
  readonly id?: string;
  readonly value?: Entry | undefined;
  readonly onChange: (entry: Entry | undefined) => void;
}

/** Chooses an answer there is. */
export function EntrySelect({ id, value, onChange }: EntrySelectProps) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const { found } = useFoundEntries(typed, isAnswer);
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      aria-label={say('entry_choose')}
      placeholder={say('entry_choose')}
      value={value ? nameOf(value) : null}
      onChange={(chosen) => onChange(found.find((entry) => nameOf(entry) === chosen))}
      options={found
        .slice(0, OFFERED)
        .map((entry) => ({ value: nameOf(entry), label: `${entry.title}（${entry.topic}）` }))}
    />
  );
}
