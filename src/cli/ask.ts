import { type Command, InvalidArgumentError } from 'commander';
import { explainDecision } from '../conversation/understand/explain.ts';
import { dayOf, parseDay } from '../day.ts';
import { askOne } from './ask-one.ts';
import { type CliContext, print } from './context.ts';
import { openRelease } from './open-release.ts';
import { readAllLines, readLines } from './read-lines.ts';
import { writeExplanation } from './write-explanation.ts';

/** Noon in China: safely inside the day asked for. */
function readNow(context: CliContext) {
  return (text: string): Date => {
    const day = parseDay(text);
    if (!day) throw new InvalidArgumentError(context.say('cli.bad_day'));
    return new Date(`${day}T12:00:00+08:00`);
  };
}

/** A machine gets one line back for each it sends, empty ones too; people's empty lines are passed over. */
async function* questionsOf(words: readonly string[], json: boolean, context: CliContext): AsyncGenerator<string> {
  if (words.length) yield words.join(' ');
  else yield* json ? readAllLines(context.input) : readLines(context.input);
}

/** `ask`: one question a line, each in a fresh conversation. */
export function addAsk(program: Command, context: CliContext): void {
  program
    .command('ask')
    .description(context.say('cli.ask'))
    .argument('[question...]', context.say('cli.ask_question'))
    .option('--json', context.say('cli.json'))
    .option('--explain', context.say('cli.explain'))
    .option('--now <date>', context.say('cli.now'), readNow(context))
    .action(async (words: string[], options: { json?: boolean; explain?: boolean; now?: Date }) => {
      const release = openRelease(context.config());
      for await (const question of questionsOf(words, options.json ?? false, context)) {
        const now = options.now ?? context.now();
        if (options.explain)
          print(context.output, `${writeExplanation(explainDecision(question, { release, today: dayOf(now) }))}\n`);
        const asked = askOne(question, release, now, () => performance.now());
        if (options.json) print(context.output, JSON.stringify(asked));
        else print(context.output, words.length ? asked.reply : `» ${question}\n${asked.reply}\n`);
      }
    });
}
