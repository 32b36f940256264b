import type { Command } from 'commander';
import type { ReadReport, ReportFigure } from '../../reports/index.ts';
import { type CliContext, print } from '../context.ts';
import { readReportFile, writeReadProblem } from './read-file.ts';

function writeFigure({ say }: CliContext, figure: ReportFigure): string {
  const { metric, of, value, to, unit, approximate, position } = figure;
  return say(approximate ? 'report.figure_about' : 'report.figure', {
    metric: of === undefined ? metric : `${of} › ${metric}`,
    value: to === undefined ? value : `${value}–${to}`,
    unit,
    line: position.line,
  });
}

/** Cells of tables are told by their tables; listing each again would bury the prose. */
const isTold = ({ from }: ReportFigure) => from === 'prose' || from === 'none' || from === 'listing';

function writeReport(context: CliContext, report: ReadReport): string[] {
  const { authority, year, form, sections, figures, tables, problems } = report;
  const { say } = context;
  const told = figures.filter(isTold);
  return [
    say('report.read', {
      authority: authority ?? say('report.unknown'),
      year: year ?? say('report.unknown'),
      form: say(`report.form_${form.replace('-', '_')}`),
    }),
    say('report.counts', { sections: sections.length, figures: figures.length }),
    ...Object.entries(tables).map(([name, { rows, columns }]) =>
      say('report.table', { name, rows: rows.length, columns: columns.length }),
    ),
    ...told.map((figure) => `  ${writeFigure(context, figure)}`),
    ...problems.map((problem) => `! ${writeReadProblem(context, problem)}`),
  ];
}

/** `report import FILE`: sections, figures with the sentence each came from, and tables 二, 三 and 四. */
export function addReportImport(report: Command, context: CliContext): void {
  report
    .command('import')
    .description(context.say('report.import'))
    .argument('<file>', context.say('report.file'))
    .option('--json', context.say('report.json'))
    .action(async (file: string, flags: { json?: boolean }) => {
      const read = await readReportFile(context, file);
      if (flags.json) print(context.output, JSON.stringify(read));
      else for (const line of writeReport(context, read)) print(context.output, line);
    });
}
