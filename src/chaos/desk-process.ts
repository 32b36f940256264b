import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Order } from './order.ts';

export interface ProcessOptions {
  readonly name: string;
  /** Program and arguments of one process of the desk. */
  readonly command: readonly string[];
  /** Those of the first start, where it begins as another version of the desk. */
  readonly first?: readonly string[] | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly onUp: () => void;
  /** It ended by itself: killed, by a signal, or broken. */
  readonly onGone: (how: 'killed' | 'broken') => void;
}

/** One process of the desk, which is started again whenever it is gone. */
export interface DeskProcess {
  readonly name: string;
  /** Where it listens; undefined while it is not up. */
  readonly address: () => string | undefined;
  /** Number of the process that runs now. */
  readonly pid: () => number | undefined;
  readonly order: (order: Order) => void;
  readonly kill: () => void;
  /** Ends it as an administrator would; it is not started again. */
  readonly stop: () => Promise<void>;
}

const AGAIN_MS = 500;

/** @throws Error when it cannot be started at all */
export function startProcess(options: ProcessOptions): DeskProcess {
  const { name, environment, onUp, onGone } = options;
  let child: ChildProcess | undefined;
  let address: string | undefined;
  let stopping = false;
  let clock: Order | undefined;

  function start(command: readonly string[]): void {
    const [program = process.execPath, ...rest] = command;
    const started = spawn(program, rest, { env: environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    child = started;
    if (clock) started.send(clock);
    if (started.stdout) {
      createInterface({ input: started.stdout }).on('line', (line) => {
        const found = /http:\/\/[\d.]+:\d+/u.exec(line)?.[0];
        if (found === undefined || address !== undefined || child !== started) return;
        address = found;
        onUp();
      });
    }
    started.once('exit', (_code, signal) => {
      address = undefined;
      if (stopping) return;
      onGone(signal === null ? 'broken' : 'killed');
      // One that cannot start, as its database is away, is not started a hundred times a second.
      if (signal === null) setTimeout(() => stopping || start(options.command), AGAIN_MS);
      else start(options.command);
    });
  }

  start(options.first ?? options.command);
  return {
    name,
    address: () => address,
    pid: () => child?.pid,
    order(order) {
      if (order.kind === 'clock') clock = order;
      if (child?.connected) child.send(order, () => {});
    },
    kill: () => void child?.kill('SIGKILL'),
    async stop() {
      stopping = true;
      const last = child;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      const gone = once(last, 'exit');
      last.kill('SIGTERM');
      await gone;
    },
  };
}
