import type { Command } from 'commander';
import { dayOf } from '../day.ts';
import { checkKnowledge } from '../knowledge/index.ts';
import { type CliContext, print } from './context.ts';
import { writeProblem } from './open-release.ts';

/** `knowledge check`: every problem of the knowledge base with file and line. Exit 65 when one is an error. */
export function addKnowledge(program: Command, context: CliContext): void {
  const knowledge = program.command('knowledge').description(context.say('cli.knowledge'));
  knowledge
    .command('check')
    .description(context.say('cli.knowledge_check'))
    .option('--json', context.say('cli.json'))
    .action((options: { json?: boolean }) => {
      const config = context.config();
      const problems = checkKnowledge({ ...config, today: dayOf(context.now()) });
      const errors = problems.filter((problem) => problem.severity === 'error').length;
      if (options.json) print(context.output, JSON.stringify({ problems }));
      else {
        for (const problem of problems) {
          print(context.output, `${context.say(`cli.severity_${problem.severity}`)} ${writeProblem(problem)}`);
        }
        print(
          context.output,
          context.say(errors ? 'cli.knowledge_bad' : 'cli.knowledge_good', {
            errors,
            warnings: problems.length - errors,
          }),
        );
      }
      if (errors) context.setExitCode(65);
    });
}
