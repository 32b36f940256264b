/**
 * `write-much.ts FLOOD`: one person of whom so many messages a second come, as JSON of a `Flood`. In a process of its own
 * and with as little work as can be: those who measure what it costs others must not wait for it themselves.
 */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { SECRET_HEADER } from '../../chaos/loop-module.ts';
import { keepPace } from './keep-pace.ts';
import type { Flood } from './start-flood.ts';

const { urls, secret, conversation, texts, rate, count } = JSON.parse(process.argv[2] ?? '') as Flood;
const agent = new Agent({ keepAlive: true });

await keepPace({ count, rate, clock: () => performance.now() }, async (index) => {
  const text = texts[index % texts.length];
  const body = JSON.stringify({ id: `${conversation}-${index}`, conversation, passive: false, text });
  const asked = request(urls[index % urls.length] ?? '', {
    method: 'POST',
    agent,
    headers: { [SECRET_HEADER]: secret },
  }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
});
process.exit();
