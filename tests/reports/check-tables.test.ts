import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport, type ReadReport } from '../../src/reports/index.ts';
import { makeTable } from '../../src/reports/tables/make-table.ts';
import { APPLICANTS, DISPUTE_COLUMNS, TABLE_FOUR_ROWS, TABLE_THREE_ROWS } from '../../src/reports/tables/rows-table.ts';
import { dose } from '../dose.ts';
import { type Made, makeTables, series } from './made-tables.ts';

function asReport({ three, four }: Made, year = 2023): ReadReport {
  const found = (rows: typeof TABLE_THREE_ROWS, values: Made['three']) =>
    rows.flatMap(({ id }, at) => (values[at] ? [{ id, values: values[at], line: at + 1 }] : []));
  const 三 = makeTable(TABLE_THREE_ROWS, APPLICANTS, found(TABLE_THREE_ROWS, three));
  const 四 = makeTable(TABLE_FOUR_ROWS, DISPUTE_COLUMNS, found(TABLE_FOUR_ROWS, four));
  if (!三 || !四) throw new Error('no table');
  return { authority: '青禾县', year, form: '2021', sections: [], figures: [], tables: { 三, 四 }, problems: [] };
}

/** The number with one of its digits changed, in every way. */
function changeDigits(value: number): number[] {
  const digits = String(value);
  return [...digits].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => Number(digits.slice(0, at) + other + digits.slice(at + 1))),
  );
}

function changeCell(made: Made, table: 'three' | 'four', row: number, column: number, value: number): Made {
  const rows = made[table].map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
  );
  return { ...made, [table]: rows };
}

describe('tables that add up', () => {
  it('raise no alarm, whatever they hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        expect(checkReport(asReport(makeTables(series(seed)))).problems).toEqual([]);
      }),
      { seed: 30, numRuns: dose(100) },
    );
  });

  it('are weighed in every row, column and balance', () => {
    expect(checkReport(asReport(makeTables(series(1)))).checked).toBe(25 + 7 + 7 + 3);
  });
});

describe('one changed digit', () => {
  it.each([1, 2, 3])('in any cell of any table is caught, series %i', (seed) => {
    const made = makeTables(series(seed));
    let changed = 0;
    const missed: string[] = [];
    for (const table of ['three', 'four'] as const) {
      for (const [row, cells] of made[table].entries()) {
        for (const [column, cell] of cells.entries()) {
          for (const value of changeDigits(cell)) {
            changed += 1;
            if (checkReport(asReport(changeCell(made, table, row, column, value))).ok)
              missed.push(`${table} ${row} ${column} ${cell}→${value}`);
          }
        }
      }
    }
    expect(missed).toEqual([]);
    expect(changed).toBeGreaterThan(2000);
  });

  it('is told with the equation, both sides, the difference and where', () => {
    const made = makeTables(series(1));
    const [fresh = 0] = made.three[0] ?? [];
    const { problems } = checkReport(asReport(changeCell(made, 'three', 0, 0, fresh + 100)));
    expect(problems.map(({ code, about, difference }) => [code, about, difference])).toEqual([
      ['must_row', '一、本年新收政府信息公开申请数量', 100],
      ['must_balance', '自然人', 100],
    ]);
    expect(problems[1]).toMatchObject({
      sums: { left: expect.any(Number), right: expect.any(Number) },
      lines: [1, 24, 2, 25],
    });
  });
});

describe('what last year carried on', () => {
  it('is what this year carries over, column by column', () => {
    const [last, now] = [makeTables(series(4)), makeTables(series(5))];
    const on = last.three.at(-1) ?? [];
    const carried = { ...now, three: now.three.map((row, at) => (at === 1 ? on : row)) };
    const mistakes = (made: Made) =>
      checkReport(asReport(made), { previous: asReport(last, 2022) }).problems.filter(
        ({ code }) => code === 'must_carry',
      );
    expect(mistakes(carried)).toEqual([]);
    expect(mistakes(changeCell(carried, 'three', 1, 2, 999))).toMatchObject([
      { about: '科研机构', right: [{ name: '2022 四、结转下年度继续办理' }] },
    ]);
  });
});
