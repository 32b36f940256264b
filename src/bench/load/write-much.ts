/**
 * `write-much.ts FLOOD`: one person of whom so many messages a second come, as JSON of a `Flood`. In a process of its own
 * and with as little work as can be: those who measure what it costs others must not wait for it themselves.
 */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { SECRET_HEADER } from '../../chaos/loop-module.ts';
import type { Flood } from './start-flood.ts';

const { urls, secret, conversation, texts, perSecond, count } = JSON.parse(process.argv[2] ?? '') as Flood;
const agent = new Agent({ keepAlive: true });
const statuses: Record<string, number> = {};

async function write(index: number): Promise<void> {
  const text = texts[index % texts.length];
  const body = JSON.stringify({ id: `${conversation}-${index}`, conversation, passive: false, text });
  const asked = request(urls[index % urls.length] ?? '', {
    method: 'POST',
    agent,
    headers: { [SECRET_HEADER]: secret },
  }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  statuses[answer.statusCode ?? 0] = (statuses[answer.statusCode ?? 0] ?? 0) + 1;
  answer.resume();
}

const begun = performance.now();
const written: Promise<void>[] = [];
for (let index = 0; index < count; index += 1) {
  const early = begun + (index * 1000) / perSecond - performance.now();
  if (early > 1) await delay(early);
  written.push(write(index));
}
await Promise.all(written);
process.stdout.write(`${JSON.stringify(statuses)}\n`);
process.exit();
