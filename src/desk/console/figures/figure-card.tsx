import { Card, Table } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';
import { useSay } from '../texts.ts';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface FigureCardProps {
  readonly title: string;
  readonly option: EChartsCoreOption | null;
  /** Headings and rows of the same numbers as a table. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Figures of one kind: drawn where that helps, and always as a table. */
export function FigureCard({ title, option, headings, rows }: FigureCardProps) {
  const say = useSay();
  return (
    <Card title={title}>
      {rows.length === 0 && <p>{say('none')}</p>}
      {option && rows.length > 0 && (
        <Suspense fallback={<p role="status">{say('loading')}</p>}>
          <Chart label={title} option={option} />
        </Suspense>
      )}
      {rows.length > 0 && (
        <Table
          size="small"
          rowKey={(row) => row.join('\t')}
          pagination={rows.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          dataSource={[...rows]}
          columns={headings.map((heading, index) => ({
            key: heading,
            title: heading,
            render: (_, row) => row[index],
          }))}
        />
      )}
    </Card>
  );
}
