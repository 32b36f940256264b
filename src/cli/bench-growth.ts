import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type BenchGrowthResult, benchGrowth } from '../bench/growth.ts';
import { FILING } from '../chaos/citizens.ts';
import { makeOwnDatabase } from '../chaos/server-store.ts';
import { turn } from '../conversation/turn.ts';
import { createDesk } from '../delivery/index.ts';
import { silentLogger } from '../logger.ts';
import { openStore } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { SERVER_URL } from './launch-process.ts';
import { openRelease } from './open-release.ts';
import { readCount } from './read-count.ts';

interface GrowthCall {
  readonly engine: 'sqlite' | 'postgres';
  readonly conversations: number;
  readonly cases: number;
  readonly people: number;
  readonly json?: boolean;
}

const SMALL = { conversations: 1000, cases: 100 };

async function measure(context: CliContext, call: GrowthCall): Promise<BenchGrowthResult> {
  const config = context.config();
  const release = openRelease(config);
  const directory = mkdtempSync(join(tmpdir(), 'desk-growth-'));
  const close: (() => Promise<void>)[] = [];
  try {
    return await benchGrowth({
      small: SMALL,
      large: call,
      people: call.people,
      filing: FILING,
      questions: release.base.answers.map((answer) => answer.phrasings[0] ?? answer.title),
      clock: () => performance.now(),
      onProgress: (text) => print(context.errors, text),
      async open(name) {
        const server =
          call.engine === 'postgres' ? await makeOwnDatabase(config.database?.url ?? SERVER_URL) : undefined;
        if (server) close.push(server.drop);
        // Filling takes as long as it takes.
        const database = server && { url: server.url, poolSize: 2, connectMs: 5000, statementMs: 600_000 };
        const place = { directory: join(directory, name), key: undefined, database };
        const store = await openStore({ ...place, logger: silentLogger, now: context.now });
        close.push(store.close);
        const desk = createDesk({
          store,
          channel: 'web',
          release: () => release,
          turn,
          now: context.now,
          random: randomBytes,
          logger: silentLogger,
        });
        return { store, desk };
      },
    });
  } finally {
    for (const end of close.toReversed()) await end();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `bench growth`: what a message costs where a million conversations are stored, beside where a thousand are. */
export function addBenchGrowth(bench: Command, context: CliContext): void {
  bench
    .command('growth')
    .description(context.say('cli.bench_growth'))
    .addOption(
      new Option('--engine <engine>', context.say('cli.chaos_engine'))
        .choices(['sqlite', 'postgres'])
        .default('sqlite'),
    )
    .option('--conversations <count>', context.say('cli.bench_growth_conversations'), readCount, 1_000_000)
    .option('--cases <count>', context.say('cli.bench_growth_cases'), readCount, 100_000)
    .option('--people <count>', context.say('cli.bench_growth_people'), readCount, 100)
    .option('--json', context.say('cli.json'))
    .action(async (call: GrowthCall) => {
      const { small, large, ratio } = await measure(context, call);
      if (call.json) return print(context.output, JSON.stringify({ small, large, ratio }));
      for (const { conversations, cases, question, filing } of [small, large])
        print(
          context.output,
          `${conversations} conversations, ${cases} cases: question ${question.toFixed(2)} ms, message of a filing ${filing.toFixed(2)} ms`,
        );
      return print(context.output, `ratio ${ratio.question.toFixed(2)} · ${ratio.filing.toFixed(2)}`);
    });
}
