import { Checkbox, Input, Select } from 'antd';
import { WideTable } from '../common/wide-table.tsx';
import { useSay } from '../texts.ts';
import type { ReportRead } from './queries.ts';

type Figure = ReportRead['figures'][number];
type Row = Figure & { readonly at: number };

interface TableProps {
  readonly figures: readonly Figure[];
  /** What other authorities' figures may be; undefined for the own report, whose metrics are named freely. */
  readonly metrics: ReportRead['metrics'] | undefined;
  /** Places of the figures that are kept. */
  readonly kept: readonly number[];
  readonly onKept: (kept: number[]) => void;
  readonly onChange: (at: number, change: Partial<Figure>) => void;
}

/** Figures as they were read: value and words as they stand, the name to be mended. */
export function FigureTable({ figures, metrics, kept, onKept, onChange }: TableProps) {
  const say = useSay();
  const chosen = new Set(kept);
  const toggle = (at: number) => onKept(chosen.has(at) ? kept.filter((each) => each !== at) : [...kept, at]);
  return (
    <WideTable<Row>
      label={say('reading_figures')}
      rowKey="at"
      dataSource={figures.map((figure, at) => ({ ...figure, at }))}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: say('reading_keep'),
          key: 'keep',
          render: (_, { at, metric }) => (
            <Checkbox
              aria-label={say('reading_keep_this', { metric })}
              checked={chosen.has(at)}
              onChange={() => toggle(at)}
            />
          ),
        },
        {
          title: say('reading_metric'),
          key: 'metric',
          width: 240,
          render: (_, { at, metric, as }) =>
            metrics ? (
              <Select
                aria-label={say('reading_metric_of', { metric })}
                value={as}
                allowClear
                placeholder={metric}
                onChange={(next) => onChange(at, { as: next ?? null })}
                options={metrics.map(({ id, metric: name }) => ({ value: id, label: name }))}
                className="whole-width"
              />
            ) : (
              <Input
                aria-label={say('reading_metric_of', { metric })}
                value={metric}
                onChange={({ target }) => onChange(at, { metric: target.value })}
              />
            ),
        },
        {
          title: say('figure_value'),
          key: 'value',
          render: (_, { value, unit, approximate }) => `${approximate ? '≈' : ''}${value}${unit}`,
        },
        {
          title: say('reading_place'),
          key: 'place',
          render: (_, { section, line }) => say('reading_at', { section: section ?? '', line }),
        },
        { title: say('reading_quote'), dataIndex: 'quote' },
      ]}
    />
  );
}
