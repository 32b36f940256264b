import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { fillDesk } from '../bench/desk/fill-desk.ts';
import { type CaseRules, checkCase, rulesOf } from '../cases/index.ts';
import { fit } from '../channel/fit.ts';
import type { Way } from '../chaos/blackhole.ts';
import type { ChaosOptions, ChaosResult } from '../chaos/chaos-options.ts';
import { loop } from '../chaos/loop-module.ts';
import { isAtRest, readEnding } from '../chaos/read-ending.ts';
import { runChaos } from '../chaos/run-chaos.ts';
import type { Config } from '../config.ts';
import { silentLogger } from '../logger.ts';
import { say } from '../messages.ts';
import { openStore, type Store } from '../store/index.ts';
import { openBusiness } from './chaos-business.ts';
import { openChaosServers } from './chaos-servers.ts';
import { type CliContext, print } from './context.ts';
import { launchProcess, readRole, serveOverLoop } from './launch-process.ts';
import { openRelease } from './open-release.ts';
import { prepareAhead } from './prepare-ahead.ts';
import { readCount } from './read-count.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface ChaosCall {
  readonly seed: number;
  readonly filings: number;
  readonly kills: number;
  readonly people: number;
  readonly engine: 'sqlite' | 'postgres';
  readonly ownServers?: boolean;
  readonly business?: boolean;
  readonly cases?: number;
  readonly upgradeFrom?: string;
  readonly history?: string;
  readonly json?: boolean;
}

/** Everything on one process, or on two that take in and two that work. */
const PROCESSES = {
  sqlite: [{ name: 'all-1', takes: true }],
  postgres: [
    { name: 'web-1', takes: true },
    { name: 'web-2', takes: true },
    { name: 'worker-1', takes: false },
    { name: 'worker-2', takes: false },
  ],
} as const;

/** The clocks are set so that the year ends while the run goes on. */
function untilYearsEnd(now: Date): number {
  const end = Date.UTC(now.getUTCFullYear(), 11, 31, 15, 59, 40);
  return end > now.getTime() ? end - now.getTime() : end + 365 * DAY_MS - now.getTime();
}

/** Between two restarts of PostgreSQL. */
const RESTARTS_EVERY_MS = [5000, 10_000] as const;

/** Cases whose row or clocks are not what their events and the calendar in force say. */
async function checkAllCases(store: Store, rules: CaseRules): Promise<readonly string[]> {
  const requests = await store.db.selectFrom('requests').select('number').execute();
  const found = [];
  for (const { number } of requests) found.push(...(await checkCase(store, rules, number)));
  return found.map(({ number, what }) => `${number} ${what}`);
}

/** How many connections became black holes with something said into them, and how long it took to give them up. */
function summarise(way: Way) {
  const { gaveUpMs, waiting } = way.read();
  return { many: gaveUpMs.length, slowestMs: Math.round(Math.max(0, ...gaveUpMs)), waiting: waiting.length };
}
type ChaosOutcome = ChaosResult & { readonly halfOpen: ReturnType<typeof summarise> | undefined };

function readPoints(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.points'))
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').split('\n'))
    .filter(Boolean);
}

/** The command of a process, with the memory it may take. */
const LIMITS = ['--max-old-space-size=256'];
/** A program that reads files and finds nothing, so that they pass a scanner. */
const SCANNER = 'command:/usr/bin/cksum';

async function torment(context: CliContext, config: Config, call: ChaosCall): Promise<ChaosOutcome> {
  const directory = mkdtempSync(join(tmpdir(), 'desk-chaos-'));
  const key = randomBytes(32).toString('base64');
  const secret = randomBytes(16).toString('hex');
  const servers = await openChaosServers(config, { engine: call.engine, own: call.ownServers === true });
  const { server, databaseUrl, directUrl, switchOver, redis, way } = servers;
  const release = openRelease(config);
  const rules = { current: rulesOf(release, undefined) };
  const words = { sources: say(release.messages, 'zh-CN', 'conversation.sources') };
  const database =
    directUrl === undefined ? undefined : { url: directUrl, poolSize: 4, connectMs: 2000, statementMs: 5000 };
  const from = { directory: join(directory, 'all-1'), key, database, logger: silentLogger, now: context.now };
  const launch: ChaosOptions['launch'] = (name, platformUrl) => {
    const hidden = ['chaos', '--as-process', join(directory, `${name}.points`)];
    const place = { directory: join(directory, name), role: readRole(name), key, secret, platformUrl, databaseUrl };
    const launched = launchProcess(config, hidden, { ...place, redisUrl: redis?.url });
    const { environment } = launched;
    const [program = process.execPath, ...rest] = launched.command;
    const old =
      call.upgradeFrom && launchProcess({ ...config, root: resolve(call.upgradeFrom) }, hidden, place).command;
    const command = [program, ...LIMITS, ...rest];
    const surroundings = { DESK_SCANNER: SCANNER, DESK_DIGEST_MAIL: join(directory, 'mail') };
    return { command, environment: { ...environment, ...surroundings }, ...(old && { first: old }) };
  };
  const readStored = (store: Store) =>
    readEnding({
      store,
      render: (message) => fit(message, loop.capabilities, words),
      checkCases: () => checkAllCases(store, rules.current),
    });
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped = true;
    });
  }
  // Not before it is needed: who stores first makes the tables, and where an older version did, the first process of
  // this one brings them up to date under those that still run.
  let opened: Promise<Store> | undefined;
  const open = () => {
    opened ??= openStore(from).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  try {
    if (call.cases) {
      // Before the year ends, however long it takes.
      const eve = new Date(context.now().getTime() + untilYearsEnd(context.now()) - HOUR_MS);
      const filling = { rules: rules.current, now: () => eve, random: randomBytes };
      await fillDesk(await open(), filling, { cases: call.cases, open: call.cases });
    }
    const result = await runChaos({
      ...call,
      processes: PROCESSES[call.engine],
      launch,
      secret,
      server,
      redis,
      restartsEvery: server?.restart && RESTARTS_EVERY_MS,
      business: (site) =>
        call.business ? openBusiness({ config, open, from, switchOver, readEnding: readStored, rules }, site) : {},
      readPoints: () => readPoints(directory),
      // Dates move where calendars are published; elsewhere nobody waits for the hour in which they are reckoned.
      isAtRest: async (now) => isAtRest(await open(), call.business ? now : undefined),
      readEnding: async () => readStored(await open()),
      ahead: untilYearsEnd(context.now()),
      clock: () => performance.now(),
      now: context.now,
      isStopped: () => stopped,
      onProgress: (text) => void (call.json || context.errors.write(`\r${text}   `)),
    });
    return { ...result, halfOpen: way && summarise(way) };
  } finally {
    await opened?.then((store) => store.close()).catch(() => {});
    await servers.close();
    if (existsSync(directory)) rmSync(directory, { recursive: true, force: true });
  }
}

function write({ output, say: speak }: CliContext, result: Omit<ChaosOutcome, 'history'>): void {
  print(output, '');
  for (const kind of ['lost', 'duplicate', 'unexpected'] as const) {
    print(output, `${kind.padEnd(11)} ${result[kind].length}`);
    for (const each of result[kind].slice(0, 20)) print(output, `  ${each}`);
  }
  const { recovered, kills, failpoints } = result;
  print(output, `recovered   ${recovered.kills} (${speak('cli.chaos_slowest', { ms: recovered.slowestMs })})`);
  print(
    output,
    speak('cli.chaos_summary', {
      seed: result.seed,
      filed: result.filed,
      messages: result.messages,
      deliveries: result.deliveries,
      repeated: result.repeated,
      kills: kills.total,
      at: kills.atFailpoints,
      passed: failpoints.passed,
      all: failpoints.all,
      seconds: result.seconds,
    }),
  );
  print(
    output,
    Object.entries(result.struck)
      .map(([what, many]) => `${what} ×${many}`)
      .join(' · '),
  );
  if (result.ackedWhileDown > 0) print(output, speak('cli.chaos_while_down', { many: result.ackedWhileDown }));
  if (result.movedDates > 0) print(output, speak('cli.chaos_moved', { many: result.movedDates }));
  if (result.halfOpen) print(output, speak('cli.chaos_half_open', result.halfOpen));
  if (failpoints.missed.length > 0) print(output, speak('cli.chaos_missed', { names: failpoints.missed.join(' ') }));
}

/** One process of the desk as it is served, but that it obeys the chaos command, which started it. */
async function serveObedient(context: CliContext, points: string): Promise<void> {
  const { obeyChaos } = await import('../chaos/obey.ts');
  await serveOverLoop({ ...context, now: obeyChaos(points) });
}

/** `chaos`: requests filed through real processes that are killed, cut off and lied to, and what came of it. */
export function addChaos(program: Command, context: CliContext): void {
  program
    .command('chaos')
    .description(context.say('cli.chaos'))
    .option('--seed <number>', context.say('cli.chaos_seed'), readCount, 1)
    .option('--filings <count>', context.say('cli.chaos_filings'), readCount, 20)
    .option('--kills <count>', context.say('cli.chaos_kills'), readCount, 10)
    .option('--people <count>', context.say('cli.chaos_people'), readCount, 8)
    .addOption(
      new Option('--engine <engine>', context.say('cli.chaos_engine'))
        .choices(['sqlite', 'postgres'])
        .default('sqlite'),
    )
    .option('--own-servers', context.say('cli.chaos_own_servers'))
    .option('--business', context.say('cli.chaos_business'))
    .option('--cases <count>', context.say('cli.chaos_cases'), readCount)
    .option('--upgrade-from <folder>', context.say('cli.chaos_upgrade_from'))
    .option('--history <file>', context.say('cli.chaos_history'))
    .option('--json', context.say('cli.json'))
    .addOption(new Option('--as-process <points>').hideHelp())
    .action(async ({ asProcess, ...call }: ChaosCall & { asProcess?: string }) => {
      if (asProcess !== undefined) return serveObedient(context, asProcess);
      const config = context.config();
      await prepareAhead(config, context);
      const result = await torment(context, config, call);
      const { history, ...rest } = result;
      if (call.history) writeFileSync(call.history, history.map((operation) => JSON.stringify(operation)).join('\n'));
      if (call.json) print(context.output, JSON.stringify(rest));
      else write(context, rest);
      if (rest.lost.length + rest.duplicate.length + rest.unexpected.length > 0) context.setExitCode(1);
    });
}
