import type { ReadReport, ReportTable } from '../report.ts';
import type { Equation } from './equation.ts';

function rowOf(table: ReportTable | undefined, id: string) {
  const at = table?.ids.indexOf(id) ?? -1;
  return table && at >= 0
    ? { label: table.rows[at] ?? id, values: table.values[at] ?? [], line: table.lines[at] ?? 1 }
    : undefined;
}

/** What last year's report carried on is what this year's carries over, column by column. */
export function equationsWithPrevious(report: ReadReport, previous: ReadReport): readonly Equation[] {
  const over = rowOf(report.tables.三, 'carried-over');
  const on = rowOf(previous.tables.三, 'carried-on');
  if (!over || !on) return [];
  return (report.tables.三?.columns ?? []).flatMap((column, at): Equation[] => {
    const [now, before] = [over.values[at], on.values[at]];
    if (now === null || now === undefined || before === null || before === undefined) return [];
    const right = [{ name: `${previous.year ?? ''} ${on.label}`.trim(), value: before }];
    return [{ code: 'must_carry', about: column, left: [{ name: over.label, value: now }], right, lines: [over.line] }];
  });
}
