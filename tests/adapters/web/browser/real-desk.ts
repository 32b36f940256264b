import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../project.ts';

export interface RealDesk {
  /** Address of the chat page; stays the same over restarts. */
  readonly start: () => Promise<string>;
  /** Number of the process that runs now. */
  readonly pid: () => number | undefined;
  /** kill -9: no goodbye, nothing finished. */
  readonly crash: () => Promise<void>;
  /** Ends it in good order and removes its data. */
  readonly stop: () => Promise<void>;
}

/** The product itself, `desk serve` with these options, in a process of its own over a data folder of its own. */
export function prepareRealDesk(...options: readonly string[]): RealDesk {
  const data = mkdtempSync(join(tmpdir(), 'desk-data-'));
  let port = 0;
  let server: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = server;
    server = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  }

  return {
    start: async () => {
      const call = [join(ROOT, 'src/main.ts'), 'serve', '--port', String(port), ...options];
      const started = spawn(process.execPath, call, {
        env: { ...process.env, DESK_DATA: data, DESK_LOG_LEVEL: 'error' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      server = started;
      for await (const line of createInterface({ input: started.stdout })) {
        const address = /http:\/\/[\w.:]+\//u.exec(line)?.[0];
        if (address === undefined) continue;
        port = Number(new URL(address).port);
        return address;
      }
      throw new Error('desk serve ended before it listened');
    },
    pid: () => server?.pid,
    crash: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
