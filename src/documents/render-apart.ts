import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DeskError } from '../errors.ts';
import type { RenderJob } from './render.ts';

/** Sets a document as a file. */
export type Renderer = (job: RenderJob) => Promise<Uint8Array>;

/** Processes at the same time; each takes 150 MB for a second. */
const MOST = 2;
/** Jobs that may wait for one. */
const WAITING = 20;
const LIMIT_MS = 30_000;

async function runJob(job: RenderJob): Promise<Uint8Array> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'render-process.ts')], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const [bytes, [code]] = await Promise.all([
    buffer(child.stdout),
    once(child, 'close'),
    // A child that ends before it has read everything says so by its code.
    new Promise<void>((resolve) => {
      child.stdin.once('error', () => resolve());
      child.stdin.end(JSON.stringify(job), () => resolve());
    }),
  ]);
  if (code !== 0 || bytes.length === 0) throw new DeskError('TURN_FAILED', 'a document could not be set as a file');
  return bytes;
}

/**
 * Sets documents in processes of their own, a few at a time, so that the desk's own memory stays small: fonts and library
 * take 150 MB, and a process seldom gives memory back.
 * The function made throws DeskError TOO_MANY when too many wait; TURN_FAILED when the process fails or takes too long.
 */
export function createRenderer(run = runJob): Renderer {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (job) => {
    if (busy >= MOST) {
      if (waiting.length >= WAITING) throw new DeskError('TOO_MANY', 'too many documents are being set');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else busy += 1;
    try {
      return await run(job);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
