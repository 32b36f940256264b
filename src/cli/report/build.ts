import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Day, dayOf, parseDay } from '../../day.ts';
import {
  lastDayCounted,
  REPORT_FORMATS,
  readYear,
  writeReportFile,
  type YearReport,
} from '../../desk/reports/index.ts';
import { createRenderer } from '../../documents/index.ts';
import { DeskError } from '../../errors.ts';
import type { Messages } from '../../messages.ts';
import { type ComposedReport, FIRST_TABLE_YEAR, readCases, reconcileReport, reportData } from '../../reports/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { readRelease } from '../open-release.ts';
import { withStore } from '../with-store.ts';
import { readReportFile } from './read-file.ts';
import { writeMismatch } from './write-mismatch.ts';

interface BuildFlags {
  readonly year: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly cell?: string;
  readonly previous?: string;
  readonly json?: boolean;
}

function readYearNumber(text: string, { say }: CliContext): number {
  const year = Number(text);
  if (/^(?:19|20)\d{2}$/u.test(text) && year >= FIRST_TABLE_YEAR) return year;
  if (/^(?:19|20)\d{2}$/u.test(text)) {
    const hint = say('report.build_no_form_hint', { first: FIRST_TABLE_YEAR });
    throw new DeskError('INPUT_INVALID', say('report.build_no_form', { year: text }), { hint });
  }
  throw new DeskError('INPUT_INVALID', say('report.build_bad_year', { text }));
}

/** The last day counted: the one asked for, today, or the year's last. */
function readAsOf(year: number, text: string | undefined, { say, now }: CliContext): Day {
  const today = dayOf(now());
  const asked = text === undefined ? lastDayCounted(year, now()) : parseDay(text);
  if (asked?.startsWith(`${year}-`)) return asked;
  throw new DeskError('INPUT_INVALID', say('report.build_bad_day', { text: text ?? today, year }));
}

function writeCell(built: ComposedReport, cell: string, json: boolean | undefined, { say, output }: CliContext): void {
  const [row = '', column = '总计'] = cell.split(/[,，]/u).map((each) => each.trim());
  const found = readCases(built, row, column);
  if (!found)
    throw new DeskError('NOT_FOUND', say('report.build_no_cell', { cell }), { hint: say('report.build_no_cell_hint') });
  if (json) print(output, JSON.stringify(found));
  else for (const line of [say('report.build_cell', { count: found.length }), ...found]) print(output, line);
}

/** Files of a report that adds up. */
async function writeFiles(
  directory: string,
  report: ComposedReport,
  messages: Messages,
  context: CliContext,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const options = { messages, render: createRenderer(), at: context.now() };
  for (const format of REPORT_FORMATS) {
    const file = join(directory, `report-${report.year}.${format}`);
    writeFileSync(file, await writeReportFile(report, format, options));
    print(context.output, context.say('report.build_wrote', { file }));
  }
}

/** Rows that are not empty, with every column. */
function writeTables({ tables }: ComposedReport, { output }: CliContext): void {
  for (const { columns, rows, values } of [tables.三, tables.四]) {
    print(output, columns.join(' / '));
    for (const [index, row] of rows.entries()) {
      const own = values[index] ?? [];
      if (own.some((value) => value !== 0)) print(output, `  ${own.join(' / ')}  ${row}`);
    }
  }
}

function writeSummary({ report, stored }: YearReport, context: CliContext): void {
  const { say, output } = context;
  print(output, report.title);
  if (stored.approved) print(output, say('report.build_approved', { at: stored.approved.at }));
  if (report.preview) print(output, say('report.preview', { day: report.asOf }));
  writeTables(report, context);
  const gaps = report.gaps.join('、');
  if (gaps !== '') print(output, say('report.build_gaps', { count: report.gaps.length, gaps }));
}

/** `report build`: the report of a year. What does not add up is shown and not written. Exit 65. */
export function addReportBuild(program: Command, context: CliContext): void {
  const { say, output } = context;
  program
    .command('build')
    .description(say('report.build'))
    .requiredOption('--year <year>', say('report.build_year'))
    .option('--as-of <day>', say('report.build_as_of'))
    .option('--out <dir>', say('report.build_out'))
    .option('--cell <row,column>', say('report.build_option_cell'))
    .option('--previous <file>', say('report.option_previous'))
    .option('--json', say('report.json'))
    .action((flags: BuildFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const year = readYearNumber(flags.year, context);
        const asOf = readAsOf(year, flags.asOf, context);
        const { base, messages } = readRelease(context.config());
        const previous = flags.previous === undefined ? undefined : await readReportFile(context, flags.previous);
        const read = await readYear(store, base, year, asOf);
        if (!read)
          throw new DeskError('KNOWLEDGE_INVALID', say('report.build_no_text'), {
            hint: say('report.build_no_text_hint'),
          });
        const check = previous ? reconcileReport(read.report, previous) : read.report.check;
        const report = { ...read.report, check };
        if (flags.cell !== undefined) {
          writeCell(report, flags.cell, flags.json, context);
          return;
        }
        if (flags.json) print(output, JSON.stringify(reportData(report)));
        else writeSummary({ ...read, report }, context);
        if (check.ok) {
          if (flags.out !== undefined) await writeFiles(flags.out, report, messages, context);
          return;
        }
        for (const each of check.problems)
          for (const line of writeMismatch(context, each, 'problem')) print(context.errors, line);
        print(context.errors, say('report.build_refused', { problems: check.problems.length }));
        context.setExitCode(65);
      }),
    );
}
