import type { ReportTable } from '../report.ts';
import type { Equation } from './equation.ts';

const TOTAL = 4;

/** Table 四: for 复议 and both kinds of 诉讼 the four results are the total. */
export function equationsOfTableFour({ rows, columns, values, lines }: ReportTable): readonly Equation[] {
  return rows.flatMap((label, index): Equation[] => {
    const own = values[index] ?? [];
    const total = own[TOTAL];
    if (total === null || total === undefined || own.includes(null)) return [];
    const left = own.slice(0, TOTAL).map((value, at) => ({ name: columns[at] ?? '', value: value ?? 0 }));
    const right = [{ name: columns[TOTAL] ?? '', value: total }];
    return [{ code: 'must_disputes', about: label, left, right, lines: [lines[index] ?? 1] }];
  });
}
