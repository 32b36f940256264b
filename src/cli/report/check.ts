import type { Command } from 'commander';
import { loadRelease } from '../../knowledge/index.ts';
import { checkReport, type OverlapMark, type ReadReport, type ReportCheck } from '../../reports/index.ts';
import { type CliContext, print } from '../context.ts';
import { readReportFile, writeReadProblem } from './read-file.ts';
import { writeMismatch } from './write-mismatch.ts';

/** Exit code of a report that does not add up: its data are not what they should be. */
const DOES_NOT_ADD_UP = 65;

interface Flags {
  readonly json?: boolean;
  readonly previous?: string;
  readonly overlap?: readonly string[];
}

/** Overlaps the knowledge base marks in its own report of the same authority and year, with the values they hold for. */
function findMarks(context: CliContext, { authority, year }: ReadReport): OverlapMark[] {
  const loaded = loadRelease(context.config());
  // A knowledge base with problems marks nothing; `knowledge check` says what is wrong with it.
  if (authority === null || 'problems' in loaded) return [];
  const { base } = loaded.release;
  if (!base.profile.name.endsWith(authority)) return [];
  return base.reports
    .filter((report) => report.year === year)
    .flatMap(({ figures, relations }) => {
      const readValue = (id: string) => Number(figures.find((figure) => figure.id === id)?.value);
      return relations
        .filter(({ kind }) => kind === 'overlap')
        .map(({ whole, parts }) => ({ whole: readValue(whole), parts: parts.map(readValue) }));
    });
}

function writeCheck(context: CliContext, report: ReadReport, check: ReportCheck): string[] {
  const { checked, problems, overlaps } = check;
  const verdict = problems.length ? 'report.does_not_add_up' : checked ? 'report.adds_up' : 'report.nothing_to_add';
  return [
    ...problems.flatMap((each) => writeMismatch(context, each, 'problem')),
    ...overlaps.flatMap((each) => writeMismatch(context, each, 'overlap')),
    ...report.problems.map((problem) => `! ${writeReadProblem(context, problem)}`),
    context.say(verdict, { checked, problems: problems.length }),
  ];
}

/** `report check FILE`: proves what must add up; exit 65 when something does not. */
export function addReportCheck(report: Command, context: CliContext): void {
  report
    .command('check')
    .description(context.say('report.check'))
    .argument('<file>', context.say('report.file'))
    .option('--previous <file>', context.say('report.option_previous'))
    .option('--overlap <metric...>', context.say('report.option_overlap'))
    .option('--json', context.say('report.json'))
    .action(async (file: string, flags: Flags) => {
      const read = await readReportFile(context, file);
      const previous = flags.previous === undefined ? undefined : await readReportFile(context, flags.previous);
      const named = (flags.overlap ?? []).map((metric): OverlapMark => ({ metric }));
      const options = { overlaps: named, ...(previous ? { previous } : {}) };
      const plain = checkReport(read, options);
      // The knowledge base is asked only where its answer could matter.
      const mayOverlap = plain.problems.some(({ code, difference }) => code === 'must_parts' && difference > 0);
      const marks = mayOverlap ? findMarks(context, read) : [];
      const check = marks.length ? checkReport(read, { ...options, overlaps: [...named, ...marks] }) : plain;
      const { authority, year, problems } = read;
      if (flags.json) print(context.output, JSON.stringify({ authority, year, ...check, reading: problems }));
      else for (const line of writeCheck(context, read, check)) print(context.output, line);
      if (!check.ok) context.setExitCode(DOES_NOT_ADD_UP);
    });
}
