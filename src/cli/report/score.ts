import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { importReport, labelSchema, type ReadReport, scoreFigures } from '../../reports/index.ts';
import { type CliContext, print } from '../context.ts';
import { readJsonLines } from '../read-json-lines.ts';

/** `report score LABELS`: how many labelled figures are read right; the reports stand beside the file of labels. */
export function addReportScore(report: Command, context: CliContext): void {
  report
    .command('score')
    .description(context.say('report.score'))
    .argument('<labels>', context.say('report.score_labels'))
    .option('--json', context.say('report.json'))
    .option('--floor <share>', context.say('cli.eval_floor'), Number)
    .action(async (file: string, flags: { json?: boolean; floor?: number }) => {
      const labels = await readJsonLines(context, file, labelSchema);
      const reports = new Map<string, ReadReport>();
      for (const name of new Set(labels.map((label) => label.file))) {
        const read = await importReport(join(dirname(file), name));
        if (read.ok) reports.set(name, read.report);
      }
      const score = scoreFigures(labels, (name) => reports.get(name));
      if (flags.json) print(context.output, JSON.stringify(score));
      else {
        for (const { label, why } of score.missed) {
          print(context.output, context.say(`report.missed_${why.replace('-', '_')}`, { ...label }));
        }
        const percent = labels.length ? ((score.right / labels.length) * 100).toFixed(1) : '–';
        print(context.output, context.say('report.scored', { right: score.right, labels: labels.length, percent }));
      }
      if (flags.floor !== undefined && score.right < flags.floor * labels.length) context.setExitCode(1);
    });
}
