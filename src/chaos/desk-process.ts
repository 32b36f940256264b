import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Order } from './order.ts';

export interface ProcessOptions {
  readonly name: string;
  /** Program and arguments of one process of the desk. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly onUp: () => void;
  /** It ended by itself: killed at a failpoint, or broken. */
  readonly onGone: () => void;
}

/** One process of the desk, which is started again whenever it is gone. */
export interface DeskProcess {
  readonly name: string;
  /** Where it listens; undefined while it is not up. */
  readonly address: () => string | undefined;
  readonly order: (order: Order) => void;
  readonly kill: () => void;
  /** Ends it as an administrator would; it is not started again. */
  readonly stop: () => Promise<void>;
}

/** @throws Error when it cannot be started at all */
export function startProcess({ name, command, environment, onUp, onGone }: ProcessOptions): DeskProcess {
  let child: ChildProcess | undefined;
  let address: string | undefined;
  let stopping = false;
  let clock: Order | undefined;

  function start(): void {
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
    started.once('exit', () => {
      address = undefined;
      if (stopping) return;
      onGone();
      start();
    });
  }

  start();
  return {
    name,
    address: () => address,
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
