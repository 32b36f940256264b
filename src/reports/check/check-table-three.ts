import type { ReportTable } from '../report.ts';
import { OUTCOME_ROWS } from '../tables/rows-table.ts';
import type { Equation, Term } from './equation.ts';
import { addsUpButForOneDigit } from './one-digit.ts';

const OUTCOMES = new Set(OUTCOME_ROWS.map(({ id }) => id));
/** The form of 2019 has one row where that of 2021 has three (六、其他处理). */
const FEWEST_OUTCOMES = OUTCOMES.size - 2;
const TOTAL = 6;

interface Row {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly line: number;
}

function listRows({ ids, rows, values, lines }: ReportTable): Row[] {
  return ids.map((id, index) => ({
    id,
    label: rows[index] ?? id,
    values: values[index] ?? [],
    line: lines[index] ?? 1,
  }));
}

/** Each row: the six kinds of applicants are the total. */
function rowEquations(rows: readonly Row[], columns: readonly string[]): Equation[] {
  return rows.flatMap(({ label, values, line }) => {
    const total = values[TOTAL];
    const parts = values
      .slice(0, TOTAL)
      .flatMap((value, at): Term[] => (value === null ? [] : [{ name: columns[at] ?? '', value }]));
    if (total === null || total === undefined || parts.length === 0) return [];
    return [
      {
        code: 'must_row',
        about: label,
        left: parts,
        right: [{ name: columns[TOTAL] ?? '', value: total }],
        lines: [line],
      },
    ];
  });
}

/** Each column: the outcomes are what was handled. */
function columnEquations(rows: readonly Row[], columns: readonly string[]): Equation[] {
  const handled = rows.find(({ id }) => id === 'handled');
  const outcomes = rows.filter(({ id }) => OUTCOMES.has(id));
  if (!handled || outcomes.length === 0) return [];
  return columns.flatMap((column, at): Equation[] => {
    const whole = handled.values[at];
    const parts = outcomes.flatMap(({ label, values }): Term[] => {
      const value = values[at];
      return value === null || value === undefined ? [] : [{ name: label, value }];
    });
    if (whole === null || whole === undefined || parts.length === 0) return [];
    const numbers = parts.map(({ value }) => value);
    const sum = numbers.reduce((added, value) => added + value, 0);
    // An extract may leave rows out: then only what cannot be so is wrong.
    const complete = parts.length >= FEWEST_OUTCOMES || sum > whole || addsUpButForOneDigit(whole, numbers);
    if (!complete) return [];
    const lines = [...outcomes.map(({ line }) => line), handled.line];
    return [{ code: 'must_column', about: column, left: parts, right: [{ name: handled.label, value: whole }], lines }];
  });
}

/** Each column: new and carried over are handled and carried on (the note the form itself carries). */
function balanceEquations(rows: readonly Row[], columns: readonly string[]): Equation[] {
  const find = (id: string) => rows.find((row) => row.id === id);
  const [fresh, over, handled, on] = ['new', 'carried-over', 'handled', 'carried-on'].map(find);
  if (!fresh || !handled || (!over && !on)) return [];
  const terms = (pair: readonly (Row | undefined)[], at: number): Term[] =>
    pair.flatMap((row) => (row ? [{ name: row.label, value: row.values[at] ?? 0 }] : []));
  return columns.flatMap((column, at): Equation[] => {
    const known = [fresh, handled, ...(over ? [over] : []), ...(on ? [on] : [])];
    if (known.some(({ values }) => values[at] === null || values[at] === undefined)) return [];
    const assumed = [...(over ? [] : ['二、上年结转']), ...(on ? [] : ['四、结转下年度'])];
    return [
      {
        code: 'must_balance',
        about: column,
        left: terms([fresh, over], at),
        right: terms([handled, on], at),
        lines: known.map(({ line }) => line),
        ...(assumed.length ? { assumed } : {}),
      },
    ];
  });
}

/** Everything in table 三 that must add up: 25 rows, 7 columns, 7 balances. */
export function equationsOfTableThree(table: ReportTable): readonly Equation[] {
  const rows = listRows(table);
  const { columns } = table;
  return [...rowEquations(rows, columns), ...columnEquations(rows, columns), ...balanceEquations(rows, columns)];
}
