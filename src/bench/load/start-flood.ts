import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

export interface Flood {
  /** Where messages are delivered, in turn, and the secret they are delivered with. */
  readonly urls: readonly string[];
  readonly secret: string;
  readonly conversation: string;
  readonly texts: readonly string[];
  readonly perSecond: number;
  readonly count: number;
}

/** Lets one person write at that pace, from a process of its own. Resolves with how many answers of each status there were. */
export async function startFlood(flood: Flood): Promise<Readonly<Record<string, number>>> {
  const program = new URL('./write-much.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(flood)], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Elsewhere they would have a machine of their own.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return JSON.parse(line) as Record<string, number>;
}
