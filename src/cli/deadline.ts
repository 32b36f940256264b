import type { Command } from 'commander';
import { describeCount } from '../conversation/skills/counting/describe-count.ts';
import { writeDayWithWeekday } from '../conversation/skills/counting/write-day.ts';
import { DeskError } from '../errors.ts';
import { answerDeadlineQuery, type DeadlineReply, type WorkCalendar } from '../requests/index.ts';
import { type CliContext, print } from './context.ts';
import { openCaseRules } from './open-case-rules.ts';
import { type QueryFault, readDeadlineQuery } from './read-deadline-query.ts';
import { readLines } from './read-lines.ts';

interface Flags {
  readonly json?: boolean;
  readonly received?: string;
  readonly days?: string;
  readonly rule?: string;
  readonly pause?: readonly string[];
}

function writeForPeople({ say }: CliContext, { years }: WorkCalendar, reply: DeadlineReply): string {
  const due = writeDayWithWeekday(reply.due, say);
  const lines = describeCount(reply, { say, years });
  const title = say(reply.provisional ? 'deadline.due_provisional' : 'deadline.due', { due });
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

type Answer = DeadlineReply | QueryFault;

function write(context: CliContext, calendar: WorkCalendar, answer: Answer, json: boolean | undefined): void {
  if (json) print(context.output, JSON.stringify(answer));
  else if ('error' in answer) print(context.output, `✗ ${answer.error.message}\n  ${answer.error.hint}`);
  else print(context.output, writeForPeople(context, calendar, answer));
}

function answerLine(context: CliContext, calendar: WorkCalendar, line: string): Answer {
  const read = readDeadlineQuery(line, context.say);
  return 'error' in read ? read : answerDeadlineQuery(calendar, read.query);
}

/** The flags as the line they stand for, so that both ways in are checked by the same rules. */
function toLine({ received, days, rule, pause }: Flags): string {
  const pauses = pause?.map((span) => {
    const [from = '', to = from] = span.split('..');
    return { from, to };
  });
  // What is no number stays text and is refused there; JSON would turn NaN into null, "not given".
  const count = days !== undefined && /^\d+$/u.test(days) ? Number(days) : days;
  return JSON.stringify({ received, days: count, rule, pauses });
}

/**
 * `deadline`: the last day of a period of working days and how it was counted. Lines from standard input are answered
 * one by one, a bad one with an error object in its place; flags that do not hold end the command.
 */
export function addDeadline(program: Command, context: CliContext): void {
  program
    .command('deadline')
    .description(context.say('deadline.about'))
    .option('--received <date>', context.say('deadline.option_received'))
    .option('--days <count>', context.say('deadline.option_days'))
    .option('--rule <year>', context.say('deadline.option_rule'))
    .option('--pause <from..to...>', context.say('deadline.option_pause'))
    .option('--json', context.say('cli.json'))
    .action(async (flags: Flags) => {
      const { calendar } = openCaseRules(context.config());
      if (flags.received === undefined) {
        for await (const line of readLines(context.input))
          write(context, calendar, answerLine(context, calendar, line), flags.json);
        return;
      }
      const answer = answerLine(context, calendar, toLine(flags));
      if ('error' in answer) throw new DeskError('INPUT_INVALID', answer.error.message, { hint: answer.error.hint });
      write(context, calendar, answer, flags.json);
    });
}
