import { z } from 'zod';
import { type Day, parseDay } from '../../../day.ts';
import { type Locale, say } from '../../../messages.ts';
import { type ComposedReport, FIRST_TABLE_YEAR, readCases } from '../../../reports/index.ts';
import { type Executor, noteChange, readStaffNames } from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import {
  approveReport,
  findHindrance,
  lastDayCounted,
  REPORT_FORMATS,
  REPORT_TYPES,
  readYear,
  writeEntered,
  writeReportFile,
} from '../../reports/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { fileSchema } from '../file-answer.ts';
import { ApiRefusal } from '../refusal.ts';
import type { DeskServices } from '../services.ts';

const params = z.object({ year: z.coerce.number().int().min(FIRST_TABLE_YEAR).max(2100) });
const asOf = z
  .string()
  .refine((text) => parseDay(text) !== undefined, 'YYYY-MM-DD')
  .optional();
const said = z.object({ 'zh-CN': z.string(), en: z.string() });

const paragraphSchema = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string().nullable(),
  pattern: z.string().nullable(),
  lacks: z.array(z.object({ id: z.string(), label: z.string() })),
  write: z.string().nullable(),
  before: z.array(z.object({ label: z.string(), text: z.string() })),
});
const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.string()),
  ids: z.array(z.string()),
  values: z.array(z.array(z.number().int())),
});
const number = z.number().min(0).max(1e12);
const enteredSchema = z.object({
  texts: z.record(z.string().max(60), z.string().max(20_000)),
  figures: z.record(z.string().max(60), number),
  tableTwo: z.record(z.string().max(60), z.array(z.number().min(-1e12).max(1e12).nullable()).max(3)),
});

const reportSchema = z.object({
  year: z.number().int(),
  title: z.string(),
  asOf: z.string(),
  preview: z.boolean(),
  sections: z.array(
    z.object({
      heading: z.string(),
      parts: z.array(z.union([paragraphSchema, z.object({ table: z.enum(['二', '三', '四']) })])),
    }),
  ),
  tableTwo: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      item: z.string(),
      columns: z.array(z.string()),
      values: z.array(z.number().nullable()),
    }),
  ),
  figures: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string(), value: z.number().nullable() })),
  three: tableSchema,
  four: tableSchema,
  gaps: z.array(z.string()),
  /** What does not add up: both sides. */
  mismatches: z.array(z.object({ about: z.string(), left: z.string(), right: z.string() })),
  checked: z.number().int(),
  /** As staff entered it. */
  entered: enteredSchema,
  version: z.number().int(),
  hash: z.string(),
  approvedAt: z.string().nullable(),
  /** Name of who approved it. */
  approvedBy: z.string().nullable(),
  /** Why this person cannot approve it now; null when they can. */
  hindrance: said.nullable(),
});

/** @throws ApiRefusal not_found where the knowledge base has no text for a report */
async function readReport(executor: Executor, services: DeskServices, year: number, now: Date, day?: string) {
  const asked = day as Day | undefined;
  if (asked && !asked.startsWith(`${year}-`)) throw new ApiRefusal('bad_input');
  const read = await readYear(executor, services.release().base, year, lastDayCounted(year, now, asked));
  if (!read || read.report.asOf < `${year}-01-01`) throw new ApiRefusal('not_found');
  return read;
}

const writeSide = (terms: ComposedReport['check']['problems'][number]['left']) =>
  terms
    .filter(({ value }) => value !== 0 || terms.length < 7)
    .map(({ name, value }) => `${name} ${value}`)
    .join(' + ');

const read = endpoint({
  method: 'GET',
  path: '/reports/:year',
  action: 'report.read',
  summary: "The year's report as it would be on a day, or as it was approved; every sum weighed",
  params,
  query: z.object({ asOf }),
  response: reportSchema,
  handle: async ({ executor, services, params: { year }, query, actor, now }) => {
    const found = await readReport(executor, services, year, now, query.asOf);
    const { report, stored, hash } = found;
    const hindrance = findHindrance(found, actor.id, now);
    const word = (locale: Locale) => say(services.messages, locale, `report.${hindrance}`);
    const approver = stored.approved && `staff:${stored.approved.by}`;
    const nameOf = await readStaffNames(executor, approver ? [approver] : []);
    return {
      ...report,
      sections: report.sections.map(({ heading, parts }) => ({
        heading,
        parts: parts.map((part) =>
          'table' in part ? part : { ...part, lacks: [...part.lacks], before: [...part.before] },
        ),
      })),
      tableTwo: report.tableTwo.map((row) => ({ ...row, columns: [...row.columns], values: [...row.values] })),
      figures: [...report.enteredFigures],
      three: copyTable(report.tables.三),
      four: copyTable(report.tables.四),
      gaps: [...report.gaps],
      checked: report.check.checked,
      mismatches: report.check.problems.map(({ about, left, right }) => ({
        about,
        left: writeSide(left),
        right: writeSide(right),
      })),
      entered: {
        ...stored.entered,
        tableTwo: Object.fromEntries(Object.entries(stored.entered.tableTwo).map(([id, row]) => [id, [...row]])),
      },
      version: stored.version,
      hash,
      approvedAt: stored.approved?.at ?? null,
      approvedBy: approver && nameOf(approver),
      hindrance: hindrance && { 'zh-CN': word('zh-CN'), en: word('en') },
    };
  },
});

function copyTable({ columns, rows, ids, values }: ComposedReport['tables']['三']) {
  return {
    columns: [...columns],
    rows: [...rows],
    ids: [...ids],
    values: values.map((row) => row.map((value) => value ?? 0)),
  };
}

const cases = endpoint({
  method: 'GET',
  path: '/reports/:year/cases',
  action: 'report.read',
  summary: 'Numbers of the requests behind a cell of table 三 or 四; row by id, column by name or place',
  params,
  query: z.object({ asOf, row: z.string().max(60), column: z.string().max(60) }),
  response: z.object({ requests: z.array(z.string()) }),
  handle: async ({ executor, services, params: { year }, query, now }) => {
    const { report } = await readReport(executor, services, year, now, query.asOf);
    const requests = readCases(report, query.row, query.column);
    if (!requests) throw new ApiRefusal('not_found');
    return { requests: [...requests] };
  },
});

const enter = endpoint({
  method: 'PUT',
  path: '/reports/:year',
  action: 'report.write',
  summary: 'Keep what staff write in a report: texts, figures the cases do not tell, and table 二',
  params,
  body: z.object({ version: z.number().int().min(0), entered: enteredSchema }),
  response: z.object({ version: z.number().int() }),
  handle: async ({ executor, params: { year }, body: { version, entered }, actor, now }) => {
    if (!(await writeEntered(executor, year, { version, entered, by: actor.id, now })))
      throw new ApiRefusal('report_changed');
    await noteChange(executor, 'report', now);
    return { version: version + 1 };
  },
});

const approve = endpoint({
  method: 'POST',
  path: '/reports/:year/approve',
  action: 'report.approve',
  summary: 'Approve a reconciled report for good; never by who wrote in it, and only as it was seen',
  params,
  body: z.object({ hash: z.string().length(64) }),
  response: z.object({ approvedAt: z.string() }),
  handle: async ({ executor, services, params: { year }, body, actor, now }) => {
    const found = await readReport(executor, services, year, now);
    const hindrance = findHindrance(found, actor.id, now);
    if (hindrance) {
      const word = (locale: Locale) => say(services.messages, locale, `report.${hindrance}`);
      throw new ApiRefusal('event_refused', { why: { 'zh-CN': word('zh-CN'), en: word('en') } });
    }
    if (!(await approveReport(executor, found, { by: actor.id, now, seen: body.hash })))
      throw new ApiRefusal('report_changed');
    await noteChange(executor, 'report', now);
    const entry = { at: now.toISOString(), event: 'report_approved', actor: `staff:${actor.id}`, subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { year, hash: body.hash } });
    return { approvedAt: now.toISOString() };
  },
});

const file = endpoint({
  method: 'POST',
  path: '/reports/:year/file',
  action: 'report.read',
  summary: 'The report as a file: a page, for Word, PDF, or for programs',
  params,
  body: z.object({ format: z.enum(REPORT_FORMATS), asOf }),
  response: fileSchema,
  ownTransactions: true,
  handle: async ({ executor, services, params: { year }, body, now }) => {
    const { report, stored } = await readReport(executor, services, year, now, body.asOf);
    const at = stored.approved ? new Date(stored.approved.at) : now;
    const content = await writeReportFile(report, body.format, {
      messages: services.messages,
      render: services.render,
      at,
    });
    return { name: `report-${year}.${body.format}`, type: REPORT_TYPES[body.format], content };
  },
});

export const REPORT_ENDPOINTS: readonly Endpoint[] = [read, cases, enter, approve, file];
