import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Day, dayOf, earlierDay, parseDay } from '../../day.ts';
import { readReportCases } from '../../desk/reports/read-report-cases.ts';
import { DeskError } from '../../errors.ts';
import {
  type BuiltReport,
  buildReport,
  readCases,
  reportData,
  writeReportCsv,
  writeReportHtml,
} from '../../reports/index.ts';
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

function readYear(text: string, { say }: CliContext): number {
  if (/^(?:19|20)\d{2}$/u.test(text)) return Number(text);
  throw new DeskError('INPUT_INVALID', say('report.build_bad_year', { text }));
}

/** The last day counted: the one asked for, today, or the year's last. */
function readAsOf(year: number, text: string | undefined, { say, now }: CliContext): Day {
  const end = `${year}-12-31` as Day;
  const today = dayOf(now());
  const asked = text === undefined ? earlierDay(today, end) : parseDay(text);
  if (asked?.startsWith(`${year}-`)) return asked;
  throw new DeskError('INPUT_INVALID', say('report.build_bad_day', { text: text ?? today, year }));
}

function writeCell(built: BuiltReport, cell: string, json: boolean | undefined, { say, output }: CliContext): void {
  const [row = '', column = '总计'] = cell.split(/[,，]/u).map((each) => each.trim());
  const found = readCases(built, row, column);
  if (!found)
    throw new DeskError('NOT_FOUND', say('report.build_no_cell', { cell }), { hint: say('report.build_no_cell_hint') });
  if (json) print(output, JSON.stringify(found));
  else for (const line of [say('report.build_cell', { count: found.length }), ...found]) print(output, line);
}

/** Files of a report that adds up. */
function writeFiles(directory: string, built: BuiltReport, { say, output }: CliContext): void {
  mkdirSync(directory, { recursive: true });
  const name = `report-${built.year}`;
  const files = {
    [`${name}.html`]: writeReportHtml(built, say),
    [`${name}.csv`]: writeReportCsv(built),
    [`${name}.json`]: `${JSON.stringify(reportData(built), null, 2)}\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(directory, file), text);
    print(output, say('report.build_wrote', { file: join(directory, file) }));
  }
}

/** Rows that are not empty, with every column. */
function writeTables({ tables }: BuiltReport, { output }: CliContext): void {
  for (const { columns, rows, values } of [tables.三, tables.四]) {
    print(output, columns.join(' / '));
    for (const [index, row] of rows.entries()) {
      const own = values[index] ?? [];
      if (own.some((value) => value !== 0)) print(output, `  ${own.join(' / ')}  ${row}`);
    }
  }
}

/** `report build`: tables 三 and 四 of the year from the case log. What does not add up is shown and not written. Exit 65. */
export function addReportBuild(report: Command, context: CliContext): void {
  const { say, output } = context;
  report
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
        const year = readYear(flags.year, context);
        const asOf = readAsOf(year, flags.asOf, context);
        const { base } = readRelease(context.config());
        const previous = flags.previous === undefined ? undefined : await readReportFile(context, flags.previous);
        const cases = await readReportCases(store, base.regimes, asOf);
        const about = { authority: base.profile.name, year, asOf, ...(previous ? { previous } : {}) };
        const built = buildReport(cases, about);
        if (flags.cell !== undefined) {
          writeCell(built, flags.cell, flags.json, context);
          return;
        }
        if (flags.json) print(output, JSON.stringify(reportData(built)));
        else {
          print(output, say('report.build_title', { authority: built.authority, year }));
          if (built.preview) print(output, say('report.build_preview', { day: built.asOf }));
          writeTables(built, context);
        }
        if (built.check.ok) {
          if (flags.out !== undefined) writeFiles(flags.out, built, context);
          return;
        }
        for (const each of built.check.problems)
          for (const line of writeMismatch(context, each, 'problem')) print(context.errors, line);
        print(context.errors, say('report.build_refused', { problems: built.check.problems.length }));
        context.setExitCode(65);
      }),
    );
}
