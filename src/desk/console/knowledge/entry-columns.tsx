import { Button, type TableColumnsType } from 'antd';
import { nameOf, type Say } from '../texts.ts';
import { nameEdited } from './name-edited.ts';
import type { Entry } from './queries.ts';

type Columns = TableColumnsType<Entry>;
type Open = (entry: Entry) => void;

/** Characters of a text in the list. */
const SHOWN = 60;
const shorten = (text: string) => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}……` : text);

const titleColumn = (title: string, open: Open, call: (entry: Entry) => string): Columns[number] => ({
  title,
  key: 'title',
  render: (_, entry) => (
    <Button type="link" className="as-text" onClick={() => open(entry)}>
      {shorten(call(entry))}
    </Button>
  ),
});

/** What is shown of an entry or a file in the list of them. */
export function entryColumns(say: Say, open: Open): Columns {
  return [
    titleColumn(say('entry_title'), open, (entry) => nameEdited(say, entry)),
    { title: say('entry_topic'), dataIndex: 'topic' },
    { title: say('entry_id'), dataIndex: 'id' },
    { title: say('entry_review'), dataIndex: 'review' },
  ];
}

/** A text: what it says in both languages side by side, and where it is said. */
export function textColumns(say: Say, open: Open): Columns {
  return [
    titleColumn(say('field_words_zh'), open, ({ title }) => title),
    { title: say('field_words_en'), key: 'en', render: (_, { phrasings }) => shorten(phrasings[0] ?? '') },
    { title: say('words_topic'), key: 'topic', render: (_, { topic }) => nameOf(say, 'texts', topic) },
    { title: say('entry_id'), dataIndex: 'id' },
  ];
}
