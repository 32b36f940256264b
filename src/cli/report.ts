import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { addReportBuild } from './report/build.ts';
import { addReportCheck } from './report/check.ts';
import { addReportImport } from './report/import.ts';
import { addReportScore } from './report/score.ts';

/** `report …`: annual reports read in, proved, and compared with what people read in them. */
export function addReport(program: Command, context: CliContext): void {
  const report = program.command('report').description(context.say('report.about'));
  addReportImport(report, context);
  addReportCheck(report, context);
  addReportScore(report, context);
  addReportBuild(report, context);
}
