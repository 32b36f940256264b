import { Button } from 'antd';
import type { AnnualReport } from '../api/queries.ts';
import type { AskedCell } from './cases-dialog.tsx';

interface CountedTableProps {
  readonly title: string;
  readonly heading: string;
  readonly table: AnnualReport['three'];
  readonly onCell: (cell: AskedCell) => void;
}

/** A table of the form; each number opens the requests it counts. */
export function CountedTable({ title, heading, table, onCell }: CountedTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="wide" tabIndex={0} aria-label={title}>
      <table className="report-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.ids.map((id, row) => (
            <tr key={id}>
              <th scope="row">{table.rows[row]}</th>
              {table.columns.map((column, at) => {
                const value = table.values[row]?.[at] ?? 0;
                const label = `${table.rows[row]} · ${column}`;
                return (
                  <td key={column}>
                    {value === 0 ? (
                      0
                    ) : (
                      <Button
                        type="link"
                        size="small"
                        aria-label={`${label}: ${value}`}
                        onClick={() => onCell({ row: id, column, label })}
                      >
                        {value}
                      </Button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
