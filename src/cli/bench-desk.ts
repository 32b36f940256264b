import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type DeskBenchOptions, type DeskBenchResult, runDesk } from '../bench/desk/run-desk.ts';
import { makeOwnDatabase } from '../chaos/server-store.ts';
import { silentLogger } from '../logger.ts';
import { openStore } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { launchProcess, readRole, SERVER_URL } from './launch-process.ts';
import { openActingRules } from './open-case-rules.ts';
import { prepareAhead } from './prepare-ahead.ts';
import { readCount } from './read-count.ts';

interface DeskCall
  extends Pick<DeskBenchOptions, 'agents' | 'cases' | 'open' | 'seconds' | 'rounds' | 'turnEvery' | 'changeEvery'> {
  readonly engine: 'sqlite' | 'postgres';
  readonly json?: boolean;
}

/** On PostgreSQL half of the agents sit at another process than the one a change is made at. */
const PROCESSES = { sqlite: ['all-1'], postgres: ['web-1', 'web-2', 'worker-1'] } as const;

async function measure(context: CliContext, call: DeskCall): Promise<DeskBenchResult> {
  const config = context.config();
  const directory = mkdtempSync(join(tmpdir(), 'desk-agents-'));
  const server = call.engine === 'postgres' ? await makeOwnDatabase(config.database?.url ?? SERVER_URL) : undefined;
  const [key, secret] = [randomBytes(32).toString('base64'), randomBytes(16).toString('hex')];
  const database = server && { url: server.url, poolSize: 2, connectMs: 5000, statementMs: 60_000 };
  const open = { directory: join(directory, 'all-1'), key, database, logger: silentLogger, now: context.now };
  const store = await openStore(open);
  try {
    return await runDesk({
      ...call,
      store,
      rules: openActingRules(config),
      random: randomBytes,
      now: context.now,
      clock: () => performance.now(),
      processes: PROCESSES[call.engine].map((name) => ({ name, serves: readRole(name) !== 'worker' })),
      launch: (name) => {
        const place = { directory: join(directory, name), role: readRole(name), key, secret, platformUrl: '' };
        const launched = launchProcess(config, ['bench', 'load', '--as-process'], {
          ...place,
          databaseUrl: server?.url,
        });
        return { ...launched, environment: { ...launched.environment, DESK_TRUST_PROXY: '127.0.0.1' } };
      },
      onProgress: (text) => print(context.errors, text),
    });
  } finally {
    await store.close();
    await server?.drop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function write({ output }: CliContext, result: DeskBenchResult): void {
  for (const name of ['store', 'alone', 'list', 'live'] as const) {
    const { count, p50, p95 } = result[name];
    print(output, `${name.padEnd(6)} ${String(count).padStart(6)}  p50 ${p50.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms`);
  }
  print(output, `list / alone ${result.ratio.toFixed(2)}`);
  print(output, `unheard ${result.unheard}  failures ${result.failures.length}`);
  for (const failure of result.failures.slice(0, 5)) print(output, failure);
}

/** `bench desk`: agents at their consoles among many cases. Ends with 1 when a change was not heard of or a call failed. */
export function addBenchDesk(bench: Command, context: CliContext): void {
  const { say } = context;
  bench
    .command('desk')
    .description(say('cli.bench_desk'))
    .addOption(
      new Option('--engine <engine>', say('cli.chaos_engine')).choices(['sqlite', 'postgres']).default('sqlite'),
    )
    .option('--agents <count>', say('cli.bench_desk_agents'), readCount, 200)
    .option('--cases <count>', say('cli.bench_desk_cases'), readCount, 100_000)
    .option('--open <count>', say('cli.bench_desk_open'), readCount, 2000)
    .option('--seconds <count>', say('cli.bench_load_seconds'), readCount, 20)
    .option('--rounds <count>', say('cli.bench_load_rounds'), readCount, 5)
    .option('--turn-every <seconds>', say('cli.bench_desk_turn'), readCount, 15)
    .option('--change-every <seconds>', say('cli.bench_desk_change'), readCount, 60)
    .option('--json', say('cli.json'))
    .action(async (call: DeskCall) => {
      await prepareAhead(context.config(), context);
      const result = await measure(context, call);
      if (call.json) print(context.output, JSON.stringify(result));
      else write(context, result);
      if (result.unheard > 0 || result.failures.length > 0) process.exitCode = 1;
    });
}
