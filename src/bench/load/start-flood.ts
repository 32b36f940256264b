import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { Pace } from './keep-pace.ts';

export interface Flood extends Omit<Pace, 'clock'> {
  /** Where messages are delivered, in turn, and the secret they are delivered with. */
  readonly urls: readonly string[];
  readonly secret: string;
  readonly conversation: string;
  readonly texts: readonly string[];
}

/**
 * Lets one person write at that pace, from a process of its own. Resolves when all is written and answered.
 * @throws Error when it could not be
 */
export async function startFlood(flood: Flood): Promise<void> {
  const program = new URL('./write-much.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(flood)], { stdio: ['ignore', 'ignore', 'inherit'] });
  // Elsewhere they would have a machine of their own.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the one who floods did not come to an end');
}
