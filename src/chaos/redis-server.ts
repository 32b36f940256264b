import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { isOnPath } from './is-on-path.ts';
import { takeFreePort } from './take-free-port.ts';

/** A Redis of one's own on loopback, to be maltreated. */
export interface OwnRedis {
  readonly url: string;
  /** Sends one command over a connection of its own. */
  readonly command: (...words: readonly string[]) => Promise<unknown>;
  /** Answers nobody for so long, and keeps their connections open. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Ends it at once (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** Starts it again, empty, at the same place. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether a Redis of one's own can be started here. */
export const isRedisInstalled = (): boolean => isOnPath('redis-server');

/** @throws when there is no `redis-server`, or it does not come up within five seconds */
export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await takeFreePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function command(...words: readonly string[]): Promise<unknown> {
    const client = createClient({ url, socket: { connectTimeout: 1000, reconnectStrategy: false } });
    client.on('error', () => {});
    await client.connect();
    try {
      return await client.sendCommand(words);
    } finally {
      client.destroy();
    }
  }
  async function revive(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
    // Ctrl-C is for the run, which ends its servers itself when it is done.
    child = spawn('redis-server', settings, { stdio: 'ignore', cwd: '/', detached: true });
    child.once('error', () => {});
    for (let tries = 0; tries < 100; tries += 1) {
      if (await command('PING').catch(() => undefined)) return;
      await delay(50);
    }
    throw new Error('redis-server does not come up');
  }
  async function kill(): Promise<void> {
    const last = child;
    child = undefined;
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    const gone = once(last, 'exit');
    last.kill('SIGKILL');
    await gone;
  }

  await revive();
  return {
    url,
    command,
    async pause(milliseconds) {
      child?.kill('SIGSTOP');
      const stopped = child;
      await delay(milliseconds);
      stopped?.kill('SIGCONT');
    },
    kill,
    revive,
    stop: kill,
  };
}
