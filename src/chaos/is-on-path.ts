import { spawnSync } from 'node:child_process';

/** Whether a program that knows `--version` can be started by its name. */
export function isOnPath(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
