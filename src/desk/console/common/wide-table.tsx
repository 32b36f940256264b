import { Table, type TableProps } from 'antd';

/** A table wider than a phone scrolls by itself, by keyboard too. */
export function WideTable<Row extends object>({ label, ...table }: TableProps<Row> & { readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="wide" tabIndex={0} aria-label={label}>
      <Table<Row> {...table} />
    </section>
  );
}
