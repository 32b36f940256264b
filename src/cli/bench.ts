import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { benchNormalise } from '../bench/normalise.ts';
import { benchTurn, type Timing } from '../bench/turn.ts';
import { turn } from '../conversation/turn.ts';
import { addBenchChannel } from './bench-channel.ts';
import { addBenchDesk } from './bench-desk.ts';
import { addBenchGrowth } from './bench-growth.ts';
import { addBenchKnowledge } from './bench-knowledge.ts';
import { addBenchLoad } from './bench-load.ts';
import { addBenchRequests } from './bench-requests.ts';
import { addBenchRetrieval } from './bench-retrieval.ts';
import { type CliContext, print } from './context.ts';
import { openRelease } from './open-release.ts';
import { readCount } from './read-count.ts';

const TURNS = 2000;

function writeTiming(name: string, timing: Timing): string {
  return `${name.padEnd(6)} ${Math.round(timing.perSecond)}/s  p50 ${timing.p50.toFixed(2)} ms  p99 ${timing.p99.toFixed(2)} ms`;
}

/** `bench turn`: whole turns beside a bare echo through the same storage, in one run. */
export function addBench(program: Command, context: CliContext): void {
  const bench = program.command('bench').description(context.say('cli.bench'));
  addBenchRetrieval(bench, context);
  bench
    .command('normalise')
    .description(context.say('cli.bench_normalise'))
    .option('--json', context.say('cli.json'))
    .action((options: { json?: boolean }) => {
      // Processor time, so that a busy machine does not look like growth.
      const growths = benchNormalise(() => process.cpuUsage().user / 1000);
      if (options.json) print(context.output, JSON.stringify(growths));
      else for (const { kind, growth } of growths) print(context.output, `${kind.padEnd(16)} ${growth.toFixed(2)}`);
    });
  addBenchChannel(bench, context);
  addBenchRequests(bench, context);
  addBenchLoad(bench, context);
  addBenchDesk(bench, context);
  addBenchGrowth(bench, context);
  addBenchKnowledge(bench, context);
  bench
    .command('turn')
    .description(context.say('cli.bench_turn'))
    .option('--turns <count>', context.say('cli.bench_turn_count'), readCount, TURNS)
    .option('--json', context.say('cli.json'))
    .action(async (options: { turns: number; json?: boolean }) => {
      const release = openRelease(context.config());
      const result = await benchTurn({
        turns: options.turns,
        questions: release.base.answers.map((answer) => answer.phrasings[0] ?? answer.title),
        release,
        turn,
        now: context.now,
        random: randomBytes,
        clock: () => performance.now(),
      });
      if (options.json) {
        print(context.output, JSON.stringify(result));
        return;
      }
      print(context.output, writeTiming('desk', result.desk));
      print(context.output, writeTiming('echo', result.echo));
      print(context.output, `desk / echo ${result.ratio.toFixed(2)}`);
    });
}
