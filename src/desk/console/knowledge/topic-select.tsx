import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { nameOf, useSay } from '../texts.ts';
import { entriesQuery } from './queries.ts';

interface TopicSelectProps {
  readonly value: string | undefined;
  readonly onChange: (topic: string | undefined) => void;
}

/** Chooses where texts are said. */
export function TopicSelect({ value, onChange }: TopicSelectProps) {
  const say = useSay();
  const { data } = useQuery(entriesQuery);
  const topics = new Set(data?.entries.filter(({ list }) => list === 'texts').map(({ topic }) => topic));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={say('words_topic')}
      placeholder={say('words_topic')}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={[...topics].map((topic) => ({ value: topic, label: nameOf(say, 'texts', topic) }))}
    />
  );
}
