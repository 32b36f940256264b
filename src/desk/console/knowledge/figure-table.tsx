import { Checkbox, Input, Select, Tag } from 'antd';
import { WideTable } from '../common/wide-table.tsx';
import { useSay } from '../texts.ts';
import type { Compared, ReportRead } from './queries.ts';

type Figure = ReportRead['figures'][number];
type Row = Figure & { readonly at: number };

interface TableProps {
  readonly figures: readonly Figure[];
  /** What other authorities' figures may be; undefined for the own report, whose metrics are named freely. */
  readonly metrics: ReportRead['metrics'] | undefined;
  /** What the knowledge has of each already, by place; empty until that is known. */
  readonly standing: Compared['figures'];
  /** Places of the figures that are kept. */
  readonly kept: readonly number[];
  readonly onKept: (at: number, keep: boolean) => void;
  readonly onChange: (at: number, change: Partial<Figure>) => void;
}

type Shown = Pick<Figure, 'value' | 'unit' | 'approximate'>;
export const writeValue = ({ value, unit, approximate }: Shown) =>
  `${approximate ? '≈' : ''}${value}${unit === '–' ? '' : unit}`;

/** What the knowledge says of it now. */
function Standing({ of }: { readonly of: Compared['figures'][number] | undefined }) {
  const say = useSay();
  if (!of?.standing) return of && <>{say('reading_new')}</>;
  const { metric, quote } = of.standing;
  return (
    <>
      <Tag className={of.state === 'changed' ? 'tag-warn' : ''}>{say(`reading_${of.state}`)}</Tag>
      {of.state === 'changed' && <del>{writeValue(of.standing)}</del>} <small>{metric}</small>
      <p className="about">{quote}</p>
    </>
  );
}

/** Figures as they were read: value and words as they stand, the name to be mended, and what stands already. */
export function FigureTable({ figures, metrics, standing, kept, onKept, onChange }: TableProps) {
  const say = useSay();
  const chosen = new Set(kept);
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
              aria-label={say(standing[at]?.state === 'changed' ? 'reading_replace_this' : 'reading_keep_this', {
                metric,
              })}
              checked={chosen.has(at)}
              onChange={({ target }) => onKept(at, target.checked)}
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
                defaultValue={metric}
                onBlur={({ target }) => target.value.trim() && onChange(at, { metric: target.value.trim() })}
              />
            ),
        },
        {
          title: say('figure_value'),
          key: 'value',
          render: (_, figure) => writeValue(figure),
        },
        { title: say('reading_known'), key: 'known', render: (_, { at }) => <Standing of={standing[at]} /> },
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
