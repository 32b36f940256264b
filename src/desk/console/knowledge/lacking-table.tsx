import { Checkbox } from 'antd';
import { WideTable } from '../common/wide-table.tsx';
import { useSay } from '../texts.ts';
import { writeValue } from './figure-table.tsx';
import type { Compared } from './queries.ts';

type Lacking = Compared['lacking'][number];

interface LackingProps {
  readonly lacking: readonly Lacking[];
  /** Ids of those that are taken out. */
  readonly dropped: readonly string[];
  readonly onDropped: (ids: readonly string[]) => void;
}

/** What the knowledge has of the report and nobody read in it this time: it stays unless it is ticked. */
export function LackingTable({ lacking, dropped, onDropped }: LackingProps) {
  const say = useSay();
  return (
    <WideTable<Lacking>
      label={say('reading_lacking')}
      title={() => say('reading_lacking')}
      rowKey="id"
      dataSource={[...lacking]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: say('reading_drop'),
          key: 'drop',
          render: (_, { id, metric }) => (
            <Checkbox
              aria-label={say('reading_drop_this', { metric })}
              checked={dropped.includes(id)}
              onChange={({ target }) =>
                onDropped(target.checked ? [...dropped, id] : dropped.filter((each) => each !== id))
              }
            />
          ),
        },
        { title: say('reading_metric'), dataIndex: 'metric' },
        { title: say('figure_value'), key: 'value', render: (_, figure) => writeValue(figure) },
        { title: say('reading_quote'), dataIndex: 'quote' },
      ]}
    />
  );
}
