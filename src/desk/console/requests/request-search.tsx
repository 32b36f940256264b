import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useSay } from '../texts.ts';

const WAYS = ['number', 'name', 'phone'] as const;
type Way = (typeof WAYS)[number];

/** What was looked for: part of a number, or exactly this name or phone. */
export type Asked = { readonly by: Way; readonly words: string };

interface RequestSearchProps {
  /** Whether the person may learn whose request it is. */
  readonly byPerson: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** Looks for requests by number, or by the name or phone of who filed them. */
export function RequestSearch({ byPerson, onAsk }: RequestSearchProps) {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>({ by: 'number', words: '' });
  const ask = (next: Asked) => {
    setAsked(next);
    // A number is found while it is typed; a person only once somebody means it.
    if (next.by === 'number' || next.words.trim() === '') onAsk({ by: next.by, words: next.words.trim() });
  };
  const label = say(`search_${asked.by}`);
  return (
    <search className="search-wide">
      {byPerson && (
        <Segmented<Way>
          aria-label={say('search_by')}
          value={asked.by}
          onChange={(by) => ask({ by, words: '' })}
          options={WAYS.map((value) => ({ value, label: say(`search_by_${value}`) }))}
        />
      )}
      <Input.Search
        allowClear
        placeholder={label}
        aria-label={label}
        enterButton={<Button>{say('search')}</Button>}
        maxLength={100}
        value={asked.words}
        onChange={(event) => ask({ ...asked, words: event.target.value })}
        onSearch={(words) => onAsk({ ...asked, words: words.trim() })}
      />
    </search>
  );
}
