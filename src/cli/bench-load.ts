import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type LoadResult, type Spread, STRETCHES, type Stretch } from '../bench/load/load-options.ts';
import { pinToLast } from '../bench/load/pin-process.ts';
import { runLoad } from '../bench/load/run-load.ts';
import { readServerPids, readWalPosition } from '../bench/load/server-facts-store.ts';
import type { Held, HeldOverTime } from '../bench/load/watch-resources.ts';
import { readWalFile } from '../bench/load/watch-resources.ts';
import { isAtRest } from '../chaos/read-ending.ts';
import { makeOwnDatabase } from '../chaos/server-store.ts';
import { silentLogger } from '../logger.ts';
import { openStore } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { launchProcess, readRole, SERVER_URL, serveOverLoop } from './launch-process.ts';
import { createLogger } from './open-desk.ts';
import { openRelease } from './open-release.ts';
import { prepareAhead } from './prepare-ahead.ts';
import { readCount } from './read-count.ts';
import { storeOptions } from './store-options.ts';

interface LoadCall {
  readonly engine: 'sqlite' | 'postgres';
  readonly rate?: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly workers: number;
  readonly readers: number;
  readonly only?: readonly Stretch[] | true;
  readonly json?: boolean;
  readonly asProcess?: boolean;
  readonly asEcho?: boolean;
}

const RATE = { sqlite: 300, postgres: 400 } as const;
const BURSTS = [1000, 1500];

function listProcesses({ engine, workers }: LoadCall) {
  if (engine === 'sqlite') return [{ name: 'all-1', takes: true }];
  const working = Array.from({ length: workers }, (_, index) => ({ name: `worker-${index + 1}`, takes: false }));
  return [{ name: 'web-1', takes: true }, ...working];
}

async function measure(context: CliContext, call: LoadCall): Promise<LoadResult> {
  const config = context.config();
  const directory = mkdtempSync(join(tmpdir(), 'desk-load-'));
  const server = call.engine === 'postgres' ? await makeOwnDatabase(config.database?.url ?? SERVER_URL) : undefined;
  const [key, secret] = [randomBytes(32).toString('base64'), randomBytes(16).toString('hex')];
  const place = { key, secret, databaseUrl: server?.url };
  const database = server && { url: server.url, poolSize: 2, connectMs: 5000, statementMs: 30_000 };
  const open = { directory: join(directory, 'all-1'), key, database, logger: silentLogger, now: context.now };
  const store = await openStore(open);
  const begun = server ? await readWalPosition(store) : 0;
  try {
    return await runLoad({
      ...call,
      rate: call.rate ?? RATE[call.engine],
      bursts: BURSTS,
      stretches: call.only === undefined ? STRETCHES : call.only === true ? [] : call.only,
      serverPids: async () => (server ? readServerPids(store) : []),
      readWalMb: async () =>
        server ? ((await readWalPosition(store)) - begun) / 2 ** 20 : readWalFile(join(directory, 'all-1', 'desk.db')),
      processes: listProcesses(call),
      launch: (name, platformUrl) =>
        launchProcess(config, ['bench', 'load', '--as-process'], {
          ...place,
          directory: join(directory, name),
          role: readRole(name),
          platformUrl,
        }),
      launchEcho: () =>
        launchProcess(config, ['bench', 'load', '--as-echo'], {
          ...place,
          directory: join(directory, 'echo'),
          role: 'all',
          platformUrl: '',
        }),
      secret,
      questions: openRelease(config).base.answers.map((answer) => answer.phrasings[0] ?? answer.title),
      isAtRest: () => isAtRest(store),
      pinGenerator: () => pinToLast(process.pid),
      clock: () => performance.now(),
      onProgress: (text) => print(context.errors, text),
    });
  } finally {
    await store.close();
    await server?.drop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const spread = ({ min, median, max }: Spread) => [min, median, max].map((value) => value.toFixed(0)).join(' / ');

const growth = (name: keyof Held, { first, last, most }: HeldOverTime) =>
  `${first[name].toFixed(0)} → ${last[name].toFixed(0)}, most ${most[name].toFixed(0)}`;

function write({ output }: CliContext, result: LoadResult): void {
  const { sustained, echo, bursts, overload, abuser, readers, held } = result;
  const { rate, acked, ackP99, drainMs, refused } = sustained;
  print(
    output,
    `sustained ${rate}/s  acked ${spread(acked)}/s  ack p99 ${spread(ackP99)} ms  drained in ${spread(drainMs)} ms  refused ${refused}`,
  );
  print(output, `echo      ${rate}/s  acked ${spread(echo.perSecond)}/s  ack p99 ${spread(echo.ackP99)} ms`);
  if (held)
    print(
      output,
      `held      memory ${growth('memoryMb', held)} MB, by fifths ${held.memoryByFifths.map((mb) => mb.toFixed(0)).join(' ')}  handles ${growth('handles', held)}  log ${growth('walMb', held)} MB`,
    );
  const { desk, server } = result.processorMs;
  print(output, `processor ${desk.toFixed(1)} ms a message, ${server.toFixed(1)} ms of the database's`);
  for (const { count, acked: taken, most, drainMs: drained } of bursts)
    print(output, `burst ${count}  acked ${taken}  slowest ${most.toFixed(0)} ms  drained in ${drained.toFixed(0)} ms`);
  if (overload)
    print(
      output,
      `overload ${overload.sent}  ${JSON.stringify(overload.statuses)}  with Retry-After ${overload.withRetryAfter}  usable in ${overload.recoveredMs.toFixed(0)} ms  all answered in ${overload.restedMs.toFixed(0)} ms`,
    );
  if (abuser)
    print(
      output,
      `abuser    others wait ${abuser.without.toFixed(1)} ms, ${abuser.beside.toFixed(1)} ms while one floods the echo, ${abuser.with.toFixed(1)} ms while one floods the desk (${(abuser.costs * 100).toFixed(0)} %, ${(abuser.costsBeside * 100).toFixed(0)} % beside the echo)`,
    );
  if (readers)
    print(
      output,
      `readers ${readers.open}  ack p99 ${readers.ackP99.toFixed(0)} ms  ${readers.perReaderKb.toFixed(1)} KB each`,
    );
}

async function serveBare(context: CliContext): Promise<void> {
  const { serveEcho } = await import('../bench/load/serve-echo.ts');
  const config = context.config();
  const store = await openStore(storeOptions(config, createLogger(config), context.now));
  print(context.output, await serveEcho(store, context.now));
}

/** `bench load`: how much the desk bears, over HTTP and with real processes. */
export function addBenchLoad(bench: Command, context: CliContext): void {
  bench
    .command('load')
    .description(context.say('cli.bench_load'))
    .addOption(
      new Option('--engine <engine>', context.say('cli.chaos_engine'))
        .choices(['sqlite', 'postgres'])
        .default('sqlite'),
    )
    .option('--rate <count>', context.say('cli.bench_load_rate'), readCount)
    .option('--seconds <count>', context.say('cli.bench_load_seconds'), readCount, 10)
    .option('--rounds <count>', context.say('cli.bench_load_rounds'), readCount, 5)
    .option('--workers <count>', context.say('cli.bench_load_workers'), readCount, 4)
    .option('--readers <count>', context.say('cli.bench_load_readers'), readCount, 1000)
    .addOption(new Option('--only [stretches...]', context.say('cli.bench_load_only')).choices(STRETCHES))
    .option('--json', context.say('cli.json'))
    .addOption(new Option('--as-process').hideHelp())
    .addOption(new Option('--as-echo').hideHelp())
    .action(async (call: LoadCall) => {
      if (call.asProcess) return serveOverLoop(context);
      if (call.asEcho) return serveBare(context);
      await prepareAhead(context.config(), context);
      const result = await measure(context, call);
      if (call.json) print(context.output, JSON.stringify(result));
      else write(context, result);
    });
}
