import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { addDays, type Day } from '../../src/day.ts';
import { writeReportPage } from '../../src/desk/reports/write-page.ts';
import {
  buildReport,
  checkReport,
  composeReport,
  importReport,
  numberRow,
  type ReportCase,
  readCases,
  reportData,
  TABLE_THREE_ROWS,
  writeReportCsv,
} from '../../src/reports/index.ts';
import { dose } from '../dose.ts';
import { allEntered, shippedTemplate } from './shipped-template.ts';

const template = shippedTemplate();
const about = { authority: '某市信访局', year: 2026, asOf: '2026-12-31' as Day };
const END_ROWS = TABLE_THREE_ROWS.map(({ id }) => id).filter(
  (id) => !['new', 'carried-over', 'handled', 'carried-on'].includes(id),
);

const one = (fields: Partial<ReportCase>): ReportCase => ({
  number: 'SPB-1',
  applicant: 0,
  receivedOn: '2026-03-01' as Day,
  endedOn: null,
  row: 'granted',
  disputes: [],
  ...fields,
});
/** Rows a case is counted in. */
const rowsOf = (fields: Partial<ReportCase>, asOf = about.asOf) => {
  const { ids, values } = buildReport([one(fields)], { ...about, asOf }).tables.三;
  return ids.filter((_, row) => values[row]?.[6] === 1);
};

test('a request is counted in the year it was received, and in the year it ended', () => {
  expect(rowsOf({})).toEqual(['new', 'carried-on']);
  expect(rowsOf({ endedOn: '2026-03-20' as Day })).toEqual(['new', 'granted', 'handled']);
  expect(rowsOf({ receivedOn: '2025-12-20' as Day, endedOn: '2026-01-04' as Day, row: 'partial' })).toEqual([
    'carried-over',
    'partial',
    'handled',
  ]);
  expect(rowsOf({ endedOn: '2027-01-05' as Day })).toEqual(['new', 'carried-on']);
  expect(rowsOf({ receivedOn: '2025-03-01' as Day, endedOn: '2025-04-01' as Day })).toEqual([]);
  expect(rowsOf({ receivedOn: null, endedOn: '2026-02-01' as Day })).toEqual([]);
});

test('a report of 2019 or 2020 has the form of its time: one row for what is handled otherwise', () => {
  const received = { receivedOn: '2020-03-01' as Day, endedOn: '2020-04-01' as Day };
  const cases = (['other-not-amended', 'other-not-paid', 'other-other', 'granted'] as const).map((row, index) =>
    one({ number: `SPB-${index}`, ...received, row }),
  );
  const then = { ...about, year: 2020, asOf: '2020-12-31' as Day };
  const { tables, check } = buildReport(cases, then);
  const { ids, rows, values } = tables.三;
  expect(rows).toHaveLength(TABLE_THREE_ROWS.length - 2);
  expect(rows.filter((row) => row.startsWith('（六）'))).toEqual(['（六）其他处理']);
  expect(values[ids.indexOf('other-other')]?.[6]).toBe(3);
  expect(values[ids.indexOf('handled')]?.[6]).toBe(4);
  expect(check).toMatchObject({ ok: true, problems: [] });
  // What is carried on goes over into the form that came after.
  const open = [one({ receivedOn: '2020-12-01' as Day })];
  const before = buildReport(open, then);
  const previous = { ...before, form: '2019' as const, sections: [], figures: [], problems: [] };
  const next = buildReport(open, { ...about, year: 2021, asOf: '2021-12-31' as Day, previous });
  expect(next.tables.三.rows).toHaveLength(TABLE_THREE_ROWS.length);
  expect(next.check).toMatchObject({ ok: true, problems: [] });
});

test('a preview counts to its day', () => {
  expect(rowsOf({ endedOn: '2026-03-20' as Day }, '2026-03-19' as Day)).toEqual(['new', 'carried-on']);
  expect(rowsOf({}, '2026-02-28' as Day)).toEqual([]);
});

test('reviews and lawsuits are counted when decided, and as undecided while they are not', () => {
  const disputes = [
    { row: 'review', lodgedOn: '2026-04-01' as Day, decidedOn: '2026-05-20' as Day, result: 0 },
    { row: 'after-review', lodgedOn: '2026-06-01' as Day, decidedOn: null, result: null },
  ] as const;
  const { ids, values } = buildReport([one({ disputes })], about).tables.四;
  expect(values[ids.indexOf('review')]).toEqual([1, 0, 0, 0, 1]);
  expect(values[ids.indexOf('after-review')]).toEqual([0, 0, 0, 1, 1]);
});

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01' as Day, days));
const anyCase = fc.record({
  applicant: fc.integer({ min: 0, max: 5 }),
  receivedOn: fc.option(day),
  endedOn: fc.option(day),
  row: fc.constantFrom(...END_ROWS),
});
const manyCases = fc
  .array(anyCase, { maxLength: 300 })
  .map((cases) => cases.map((fields, index) => one({ ...fields, number: `SPB-${index}` })));

test('whatever the cases, all sums hold, and the parts are an independent count of the cases', () => {
  fc.assert(
    fc.property(manyCases, (cases) => {
      const built = buildReport(cases, about);
      expect(built.check).toMatchObject({ ok: true, problems: [] });
      const ended = cases.filter(({ receivedOn, endedOn }) => {
        const end = receivedOn && endedOn && [receivedOn, endedOn].toSorted().at(-1);
        return end?.startsWith('2026-') && (receivedOn ?? '') <= '2026-12-31';
      });
      expect(readCases(built, 'handled', '总计')).toHaveLength(ended.length);
      const fresh = cases.filter(({ receivedOn, applicant }) => receivedOn?.startsWith('2026-') && applicant === 1);
      expect(readCases(built, 'new', '商业企业')).toEqual(fresh.map(({ number }) => number));
    }),
    { numRuns: dose(60), seed: 7 },
  );
});

test('what is carried on is what the next year carries over', () => {
  fc.assert(
    fc.property(manyCases, (cases) => {
      const first = buildReport(cases, { ...about, year: 2025, asOf: '2025-12-31' as Day });
      const second = buildReport(cases, about);
      expect(readCases(second, 'carried-over', '总计')).toEqual(readCases(first, 'carried-on', '总计'));
    }),
    { numRuns: dose(60), seed: 7 },
  );
});

test('the page, the data and the spreadsheet are read back as the same tables', async () => {
  const cases = END_ROWS.map((row, index) =>
    one({ number: `SPB-${index}`, row, applicant: index % 6, endedOn: '2026-06-01' as Day }),
  );
  const built = buildReport(cases, about);
  const directory = mkdtempSync(join(tmpdir(), 'desk-report-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const report = composeReport(built, template, allEntered, { work: { inquiries: 12, handOvers: 3 } });
  const files = { 'r.html': writeReportPage(report, (key) => key), 'r.json': JSON.stringify(reportData(report)) };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(directory, name), text);
    const read = await importReport(join(directory, name));
    if (!read.ok) throw new Error(name);
    expect(read.report.tables.三?.values).toEqual(built.tables.三.values);
    expect(read.report.tables.四?.values).toEqual(built.tables.四.values);
    expect(checkReport(read.report).ok).toBe(true);
  }
  expect(writeReportCsv(report).split('\r\n')).toHaveLength(1 + 6 + 10 + 25 * 7 + 3 * 5 + 1);
});

test('a cell is named by the number of its row in the form', () => {
  const built = buildReport([one({ row: 'refused-third-party', endedOn: '2026-06-01' as Day })], about);
  expect(readCases(built, '(三)4', '自然人')).toEqual(['SPB-1']);
  expect(readCases(built, '（三）4', '7')).toEqual(['SPB-1']);
  expect(readCases(built, '(九)', '自然人')).toBeUndefined();
  expect(numberRow('（七）总计')).toBe('(七)');
});
