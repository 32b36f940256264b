/** `read-idly.ts ADDRESS COUNT`: opens that many streams of events, says how many are open, and holds them until it is ended. */
import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const [address = '', count = '0'] = process.argv.slice(2);
/** New connections a second; a crowd does not arrive in one instant. */
const A_SECOND = 500;
/** Loopback has some 28,000 ports for each address it is asked from. */
const PORTS = 20_000;
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

async function open(index: number): Promise<boolean> {
  await delay((index * 1000) / A_SECOND);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const id = `idle-${index}`.padEnd(36, '0');
  const localAddress = `127.0.0.${2 + Math.floor(index / PORTS)}`;
  get(`${address}/api/chat/${id}/events`, { agent, localAddress }, (answer) => {
    answer.resume();
    resolve(answer.statusCode === 200);
  }).on('error', () => resolve(false));
  return promise;
}

const opened = await Promise.all(Array.from({ length: Number(count) }, (_, index) => open(index)));
process.stdout.write(`${opened.filter(Boolean).length}\n`);
