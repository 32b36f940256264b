import type { Command } from 'commander';
import { type Evaluation, evaluate, questionSchema } from '../eval/evaluate.ts';
import { askOne } from './ask-one.ts';
import { type CliContext, print } from './context.ts';
import { openRelease } from './open-release.ts';
import { readJsonLines } from './read-json-lines.ts';

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

function writeEvaluation(result: Evaluation, context: CliContext): void {
  for (const miss of result.misses) {
    print(
      context.output,
      context.say('cli.eval_miss', {
        id: miss.id,
        category: miss.category,
        question: miss.question,
        kind: miss.kind,
        found: miss.found ?? '–',
        why: miss.why,
      }),
    );
  }
  for (const category of result.categories) {
    print(
      context.output,
      `${category.name.padEnd(16)} ${category.passed}/${category.asked}  ${percent(category.passed, category.asked)}`,
    );
  }
  print(
    context.output,
    `${context.say('cli.eval_all').padEnd(16)} ${result.passed}/${result.asked}  ${percent(result.passed, result.asked)}`,
  );
}

/** `eval FILE`: asks labelled questions and counts which replies hold. */
export function addEval(program: Command, context: CliContext): void {
  program
    .command('eval')
    .description(context.say('cli.eval'))
    .argument('<file>', context.say('cli.eval_file'))
    .option('--json', context.say('cli.json'))
    .option('--floor <share>', context.say('cli.eval_floor'), Number)
    .action(async (file: string, options: { json?: boolean; floor?: number }) => {
      const questions = await readJsonLines(context, file, questionSchema);
      const release = openRelease(context.config());
      const result = evaluate(questions, (question) =>
        askOne(question, release, context.now(), () => performance.now()),
      );
      if (options.json) print(context.output, JSON.stringify(result));
      else writeEvaluation(result, context);
      if (options.floor !== undefined && result.passed < options.floor * result.asked) context.setExitCode(1);
    });
}
