import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { Pace } from './keep-pace.ts';
import { pinToLast } from './pin-process.ts';

export interface Flood extends Omit<Pace, 'clock'> {
  /** Where messages are delivered, in turn, and the secret they are delivered with. */
  readonly urls: readonly string[];
  readonly secret: string;
  readonly conversation: string;
  readonly texts: readonly string[];
}

/**
 * Elsewhere they would have a machine of their own: they run where the load is made, and only while nobody else wants to.
 * Lowest priority alone does not do it: a scheduler lets who has begun run on for a millisecond or more.
 */
function giveWay(pid: number): void {
  setPriority(pid, constants.priority.PRIORITY_LOW);
  pinToLast(pid);
  spawnSync('chrt', ['--idle', '--all-tasks', '--pid', '0', String(pid)], { stdio: 'ignore' });
}

/**
 * Lets one person write at that pace, from a process of its own. Resolves when all is written and answered.
 * @throws Error when it could not be
 */
export async function startFlood(flood: Flood): Promise<void> {
  const program = new URL('./write-much.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(flood)], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid !== undefined) giveWay(child.pid);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the one who floods did not come to an end');
}
