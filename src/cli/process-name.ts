import { hostname } from 'node:os';

/** This process among all that share a database: its machine (in a container, the container) and its number there. */
export function nameProcess(): string {
  return `${hostname()}/${process.pid}`;
}

/** Whether the process of that name is dead, as far as this machine can tell: of other machines it cannot. */
export function isProcessGone(name: string): boolean {
  const at = name.lastIndexOf('/');
  if (name.slice(0, at) !== hostname()) return false;
  try {
    process.kill(Number(name.slice(at + 1)), 0);
    return false;
  } catch (error) {
    // EPERM: it lives, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
