import type { Command } from 'commander';
import { dayOf } from '../../day.ts';
import type { BaseFit } from '../../eval/fit-base.ts';
import { checkKnowledge } from '../../knowledge/index.ts';
import type { Thresholds } from '../../knowledge/search/index.ts';
import { type CliContext, print } from '../context.ts';
import { openRelease, writeProblem } from '../open-release.ts';

/** Loaded only when asked for: learning the base six times over takes a while. */
async function readFit(context: CliContext): Promise<BaseFit & { readonly thresholds: Thresholds }> {
  const [{ fitBase }, { crossValidate }, { learnBase, listSearchEntries }] = await Promise.all([
    import('../../eval/fit-base.ts'),
    import('../../knowledge/search/index.ts'),
    import('../../conversation/build-release.ts'),
  ]);
  const { base } = openRelease(context.config());
  const { calibration, thresholds } = learnBase(base);
  const trials = crossValidate(listSearchEntries(base), calibration, base.synonyms);
  return { ...fitBase(trials, thresholds.answer), thresholds };
}

function writeFit(fit: Awaited<ReturnType<typeof readFit>>, context: CliContext): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const { answer, offer, asked, wrong, coverage, by } = fit.thresholds;
  const lines = [
    context.say(asked === 0 ? 'cli.fit_shipped' : `cli.fit_thresholds_${by}`, {
      answer,
      offer,
      asked,
      wrong: percent(wrong),
      coverage: percent(coverage),
    }),
    context.say('cli.fit_summary', {
      asked: fit.asked,
      top1: percent(fit.top1),
      top3: percent(fit.top3),
      auroc: fit.auroc?.toFixed(3) ?? '–',
    }),
    context.say('cli.fit_given', {
      threshold: fit.threshold,
      coverage: percent(fit.coverage),
      wrong: percent(fit.wrong),
      without: percent(fit.answeredWithout),
    }),
    ...fit.confused.map(({ ids, times, phrasing, foundBy }) =>
      context.say('cli.fit_confused', { first: ids[0], second: ids[1], times, phrasing, foundBy }),
    ),
  ];
  return lines.join('\n');
}

/** `knowledge check`: every problem of the knowledge base with file and line. Exit 65 when one is an error. */
export function addKnowledgeCheck(knowledge: Command, context: CliContext): void {
  knowledge
    .command('check')
    .description(context.say('cli.knowledge_check'))
    .option('--fit', context.say('cli.knowledge_fit'))
    .option('--json', context.say('cli.json'))
    .action(async (options: { json?: boolean; fit?: boolean }) => {
      const config = context.config();
      const problems = checkKnowledge({ ...config, today: dayOf(context.now()) });
      const errors = problems.filter((problem) => problem.severity === 'error').length;
      // A base with errors may not load; those come first.
      const fit = options.fit && !errors ? await readFit(context) : undefined;
      if (options.json) print(context.output, JSON.stringify({ problems, ...(fit ? { fit } : {}) }));
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
        if (fit) print(context.output, writeFit(fit, context));
      }
      if (errors) context.setExitCode(65);
    });
}
