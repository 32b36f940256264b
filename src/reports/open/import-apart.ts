import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { refuseFile } from '../../imports/index.ts';
import type { Imported } from './open-report.ts';

const LIMIT_MS = 30_000;
const MEGABYTES = 512;
/** Files that may wait for the one that is being read. */
const WAITING = 5;

/** Reads the report a file holds. `name` is only looked at for how it ends. */
export type ReportReader = (bytes: Uint8Array, name: string) => Promise<Imported>;

interface Limits {
  readonly ms?: number;
  /** What the process runs. */
  readonly program?: readonly string[];
}

async function readInProcess(bytes: Uint8Array, name: string, limits: Limits): Promise<Imported> {
  const program = limits.program ?? [join(import.meta.dirname, 'import-process.ts')];
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, ...program, name.slice(-100)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: limits.ms ?? LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  child.stdin.on('error', () => {});
  child.stdin.end(bytes);
  const [written, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return code === 0 ? (JSON.parse(written) as Imported) : refuseFile('fault_too_hard');
}

/**
 * Reads reports sent from outside in a process of its own, one at a time, under limits of time and memory: whatever is in
 * a file, nobody else waits for it. `fault_too_hard`: it took more than it may; `fault_busy`: too many wait.
 */
export function createReportReader(limits: Limits = {}): ReportReader {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (bytes, name) => {
    if (waiting > WAITING) return refuseFile('fault_busy');
    waiting += 1;
    const next = last.then(() => readInProcess(bytes, name, limits));
    last = next.catch(() => undefined);
    try {
      return await next;
    } finally {
      waiting -= 1;
    }
  };
}
