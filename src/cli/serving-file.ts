import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const servingSchema = z.object({
  pid: z.number().int(),
  /** Channels that are up, and why others are not. */
  channels: z.record(z.string(), z.object({ connected: z.boolean(), why: z.string().nullable() })),
});
export type Serving = z.infer<typeof servingSchema>;

const FILE = 'serving.json';

/** Notes for other commands which channels the serving process holds open. */
export function writeServing(directory: string, serving: Serving): void {
  writeFileSync(join(directory, FILE), JSON.stringify(serving), { mode: 0o600 });
}

export function removeServing(directory: string): void {
  rmSync(join(directory, FILE), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What the process serving now has noted; undefined when none serves. */
export function readServing(directory: string): Serving | undefined {
  try {
    const serving = servingSchema.parse(JSON.parse(readFileSync(join(directory, FILE), 'utf8')));
    return isAlive(serving.pid) ? serving : undefined;
  } catch {
    return undefined;
  }
}
