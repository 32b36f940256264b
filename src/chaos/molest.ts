import type { LoopDelivery } from './loop-module.ts';
import { LOOP, SECRET_HEADER } from './loop-module.ts';
import type { Random } from './random.ts';

/** Texts known to break programs, as a person may send them. */
const TEXTS = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '‮多久回我',
  '﷽'.repeat(500),
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮'.repeat(20),
  '0'.repeat(20_000),
  "'; drop table lines; --",
  '{{constructor.constructor("return process")()}}',
  '%s%s%n <!--#exec cmd="/bin/echo"-->',
  '👨‍👩‍👧‍👦'.repeat(200),
  `${'('.repeat(3000)}${')'.repeat(3000)}`,
] as const;

/** Bodies that are no message at all. */
const BODIES = ['', 'null', '[]', '{', '{"id":1}', '[['.repeat(5000), '\u0000\u0001', 'a'.repeat(200_000)] as const;

/** A message of a stranger nobody waits for. */
export function inventStranger(random: Random, number: number): LoopDelivery {
  const conversation = `loop:x${number}`;
  return { id: `x${number}`, conversation, passive: random.next() < 0.3, text: random.pick(TEXTS) };
}

/** A question of somebody who wants the reply on the answer, as WeChat does. */
export function inventAsker(number: number): LoopDelivery {
  return { id: `w${number}`, conversation: `loop:w${number}`, passive: true, text: '多久回我' };
}

/** One of each kind a desk tells its people of at once, and once a day. */
const ALARMS = ['救命', '同归于尽', '活不下去'] as const;

/** A message of somebody for whom minutes count. */
export function inventAlarm(number: number): LoopDelivery {
  const text = ALARMS[number % ALARMS.length] ?? '';
  return { id: `a${number}`, conversation: `loop:a${number}`, passive: false, text };
}

/** Sends something that is no message. What is wrong with the answer, in words; undefined when it was refused as it should be. */
export async function sendRubbish(address: string, secret: string, random: Random): Promise<string | undefined> {
  const body = random.pick(BODIES);
  const answer = await fetch(`${address}/hooks/${LOOP}`, {
    method: 'POST',
    headers: { [SECRET_HEADER]: random.next() < 0.5 ? secret : 'wrong' },
    body,
    signal: AbortSignal.timeout(8000),
  }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  // A desk that dies meanwhile answers nothing, and one that is too busy 503.
  const refused = answer === undefined || (answer.status >= 400 && answer.status < 500) || answer.status === 503;
  return refused ? undefined : `rubbish (${body.slice(0, 20)}) was answered ${answer.status}`;
}
