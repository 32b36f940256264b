import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * Keeps a process to the last processor, so that it is not moved about among those it measures. Where the system has no
 * `taskset` it stays as it is.
 */
export function pinToLast(pid: number): void {
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(availableParallelism() - 1), String(pid)], {
    stdio: 'ignore',
  });
}
