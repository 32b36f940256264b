import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import { useSay } from '../texts.ts';
import { type Entry, entriesQuery } from './queries.ts';

/** Whether every word stands in what an entry says. */
function holds({ title, phrasings }: Entry, words: readonly string[]): boolean {
  const said = [title, ...phrasings].join('\n').toLowerCase();
  return words.every((word) => said.includes(word));
}

/** Entries found by what is typed: words of the title and phrasings first, then what is like them, the id, or how it is spelled in pinyin. */
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
  const words = typed.trim().toLowerCase();
  if (words === '') return { found: all, error, isPending };
  const exact = all.filter((entry) => holds(entry, words.split(/\s+/u)));
  const near = fuse.search(words).flatMap(({ item }) => (exact.includes(item) ? [] : item));
  const found = [...exact, ...near];
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
