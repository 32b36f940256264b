import { appendFileSync, closeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { DeskError } from '../errors.ts';
import { armFailpoints, type Failpoint } from '../failpoints.ts';
import { type Order, orderSchema } from './order.ts';

type How = Extract<Order, { kind: 'fail' }>['how'];
const CODES = { full: 'ENOSPC', unwritable: 'EROFS' } as const;

function makeFailure(how: How, at: string): Error {
  if (how === 'away') return new DeskError('STORE_FAILED', `away by order at ${at}`);
  if (how === 'bug') return new Error(`a bug by order at ${at}`);
  return Object.assign(new Error(`${CODES[how]} by order at ${at}`), { code: CODES[how] });
}

/** Takes memory until V8 ends the process at its limit. */
function hoard(): never {
  // Nobody reads the long farewell it writes.
  closeSync(process.stderr.fd);
  for (const all: number[][] = []; ; ) all.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5));
}

/**
 * Arms the failpoints of this process and does what it is told about them by its parent. Which were passed, and where it
 * was killed, is written to `file` at once: nobody can ask it afterwards. Gives the process's clock.
 */
export function obeyChaos(file: string): () => Date {
  const passed = new Set<Failpoint>();
  const kills = new Map<Failpoint, number>();
  const failures = new Map<Failpoint, { left: number; readonly how: How }>();
  const slow = new Map<Failpoint, { left: number; readonly milliseconds: number }>();
  let ahead = 0;

  function obey(order: Order): void {
    if (order.kind === 'clock') ahead = order.ahead;
    if (order.kind === 'kill') kills.set(order.at, order.nth);
    if (order.kind === 'fail') failures.set(order.at, { left: order.times, how: order.how });
    if (order.kind === 'slow') slow.set(order.at, { left: order.times, milliseconds: order.milliseconds });
    if (order.kind === 'hoard') hoard();
    if (order.kind === 'block') for (const until = performance.now() + order.milliseconds; performance.now() < until; );
  }

  armFailpoints((name) => {
    if (!passed.has(name)) {
      passed.add(name);
      appendFileSync(file, `passed ${name}\n`);
    }
    const left = kills.get(name);
    if (left === 1) {
      appendFileSync(file, `killed ${name}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
    if (left !== undefined) kills.set(name, left - 1);
    const held = slow.get(name);
    const failure = failures.get(name);
    if (held && held.left > 0) {
      held.left -= 1;
      return delay(held.milliseconds);
    }
    if (!failure || failure.left === 0) return undefined;
    failure.left -= 1;
    throw makeFailure(failure.how, name);
  });
  process.on('message', (message) => {
    const order = orderSchema.safeParse(message);
    if (order.success) obey(order.data);
  });
  // A desk whose parent is gone has nobody to serve.
  process.on('disconnect', () => process.exit(1));
  // Listening for orders alone does not keep it running.
  process.channel?.unref();
  return () => new Date(Date.now() + ahead);
}
