import type { Command } from 'commander';
import { addDays, dayOf } from '../../day.ts';
import { listMisses } from '../../desk/drafts/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { readCount } from '../read-count.ts';
import { withStore } from '../with-store.ts';

/** Groups shown to people; `--json` gives all. */
const SHOWN = 30;

/** `knowledge unanswered`: what people asked and were not, or not well, answered; alike questions together. */
export function addUnanswered(knowledge: Command, context: CliContext): void {
  const { say, output } = context;
  knowledge
    .command('unanswered')
    .description(say('knowledge.about_unanswered'))
    .option('--days <days>', say('knowledge.option_days'), readCount, 30)
    .option('--settled', say('knowledge.option_settled'))
    .option('--json', say('cli.json'))
    .action(({ days, settled = false, json }: { days: number; settled?: boolean; json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const to = dayOf(context.now());
        const { asked, clusters } = await listMisses(store, { from: addDays(to, 1 - days), to, settled });
        if (json) {
          print(output, JSON.stringify({ asked, clusters }));
          return;
        }
        for (const { example, times, poor, channels, questions } of clusters.slice(0, SHOWN)) {
          print(output, say('knowledge.miss', { example, times, poor, channels: channels.join(' ') }));
          for (const question of questions.slice(1)) print(output, `    ${question}`);
        }
        print(output, say('knowledge.misses', { groups: clusters.length, asked }));
      }),
    );
}
