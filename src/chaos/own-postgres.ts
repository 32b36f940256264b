import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { takeFreePort } from './take-free-port.ts';

const run = promisify(execFile);
const COMES_UP_MS = 60_000;
/** How long each commit waits for a slow disk, in microseconds; the server takes no more. */
const SLOW_US = 100_000;

/** A PostgreSQL server of one's own on loopback, to be maltreated. It waits for the disk as a real one does. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends it without a goodbye (`immediate`: it recovers from its log) or in order (`fast`), and starts it again. */
  readonly restart: (how: 'immediate' | 'fast') => Promise<void>;
  /** Is away for so long. */
  readonly down: (milliseconds: number) => Promise<void>;
  /** Commits wait a tenth of a second for the disk, for so long. */
  readonly slow: (milliseconds: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: it runs as the account its package made. */
async function findAccount(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (of) => Number((await run('id', [of, 'postgres'])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** @throws Error when PostgreSQL's programs are not installed, or the server does not come up */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const programs = (await run('pg_config', ['--bindir'])).stdout.trim();
  const account = await findAccount();
  const directory = mkdtempSync(join(tmpdir(), 'desk-postgres-'));
  if (account) chownSync(directory, account.uid, account.gid);
  const port = await takeFreePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const options = { cwd: directory, ...account };
  await run(join(programs, 'initdb'), ['-D', directory, '-U', 'postgres', '-A', 'trust', '--no-sync'], options);
  let child: ChildProcess | undefined;

  async function ask(...statements: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end().catch(() => {});
    }
  }
  async function start(): Promise<void> {
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=80'];
    child = spawn(join(programs, 'postgres'), ['-D', directory, '-p', String(port), ...settings], {
      ...options,
      stdio: 'ignore',
      // Ctrl-C is for the run, which ends its servers itself when it is done.
      detached: true,
    });
    for (const until = performance.now() + COMES_UP_MS; performance.now() < until; await delay(100)) {
      const up = await ask('select 1').then(
        () => true,
        () => false,
      );
      if (up) return;
    }
    throw new Error('PostgreSQL does not come up');
  }
  async function end(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const last = child;
    child = undefined;
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    const gone = once(last, 'exit');
    last.kill(signal);
    await gone;
  }

  await start();
  return {
    url,
    async restart(how) {
      await end(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await start();
    },
    async down(milliseconds) {
      await end('SIGINT');
      await delay(milliseconds);
      await start();
    },
    async slow(milliseconds) {
      const reload = 'select pg_reload_conf()';
      await ask(`alter system set commit_delay = ${SLOW_US}`, 'alter system set commit_siblings = 0', reload);
      await delay(milliseconds);
      await ask('alter system reset commit_delay', 'alter system reset commit_siblings', reload);
    },
    async stop() {
      await end('SIGQUIT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
