import { setTimeout as delay } from 'node:timers/promises';
import type { Operation } from './history.ts';
import type { LoopDelivery } from './loop-module.ts';
import type { Random } from './random.ts';

/** How long a person waits for a word while nothing is broken: outages are not counted, nor the time a slow machine needs to end them. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;
const RECEIPT_MS = 10_000;
/** The platform delivers again when it was not acknowledged. */
const AGAIN_MS = 200;

/** From the first word of a filing to its end, as a person would say it. */
export const FILING = [
  '我要申请',
  '沈信发〔2017〕3号文件',
  '同意',
  '个人',
  '诸葛鹦鹉',
  '居民身份证',
  '11010519491231002X',
  '13812341234',
  '纸质',
  '自己去取',
  '提交',
];
const NUMBER = /[A-Z]+-\d{4}-\d{6}/u;
/** What is said when a message was given up: the person says it again. */
const SAY_AGAIN = /没能处理好/u;

export interface Street {
  /** Delivers once to some process that takes messages in. */
  readonly deliver: (delivery: LoopDelivery) => Promise<Extract<Operation, { kind: 'deliver' }>>;
  /** What the person was shown so far, in order. */
  readonly shown: (conversation: string) => readonly string[];
  readonly note: (operation: Operation) => void;
  readonly elapsed: () => number;
  /** Milliseconds of the run in which every process was up and its database there. */
  readonly calm: () => number;
  readonly random: Random;
}

/** How long the slowest answer took, acknowledged until shown, in milliseconds. */
export interface Visit {
  readonly filed: boolean;
  readonly slowestMs: number;
}

export interface Visitor {
  readonly name: string;
  readonly passive: boolean;
  readonly withFile: boolean;
}

/** Delivers again and again until it is acknowledged. @throws Error when that takes too long */
export async function insist({ deliver, calm }: Street, delivery: LoopDelivery): Promise<void> {
  for (const until = calm() + PATIENCE_MS; calm() < until; await delay(AGAIN_MS))
    if ((await deliver(delivery)).how === 'acked') return;
  throw new Error(`${delivery.conversation}: nobody takes messages`);
}

/** One person files a request, word by word, each after the answer to the last; some send a file for it afterwards. */
export async function fileRequest(street: Street, { name, passive, withFile }: Visitor): Promise<Visit> {
  const { shown, note, elapsed, calm, random } = street;
  const conversation = `loop:${name}`;
  let count = 0;
  let slowestMs = 0;

  async function deliverUntilAcked(delivery: LoopDelivery): Promise<void> {
    await insist(street, delivery);
    // Platforms deliver again what they have delivered: at once, to whichever process. What came of an answer they did
    // not get they hear when they ask once more.
    if (random.next() < 0.1)
      await Promise.all(Array.from({ length: random.between(1, 3) }, () => insist(street, delivery)));
  }

  async function awaitAnswer(before: number): Promise<string> {
    const since = elapsed();
    for (const until = calm() + PATIENCE_MS; calm() < until; await delay(LOOK_MS)) {
      const fresh = shown(conversation).slice(before);
      if (fresh.length === 0) continue;
      slowestMs = Math.max(slowestMs, elapsed() - since);
      return fresh.join('\n');
    }
    throw new Error(`${conversation}: no answer to message ${count}`);
  }

  async function say(what: Pick<LoopDelivery, 'text' | 'file'>): Promise<string> {
    for (;;) {
      count += 1;
      const before = shown(conversation).length;
      await deliverUntilAcked({ id: `${name}-${count}`, conversation, passive, ...what });
      const answer = await awaitAnswer(before);
      if (!SAY_AGAIN.test(answer)) return answer;
    }
  }

  /** The receipt may come in several lines. */
  async function awaitReceipt(): Promise<string> {
    for (const until = calm() + RECEIPT_MS; calm() < until; await delay(LOOK_MS)) {
      const found = shown(conversation).findLast((text) => NUMBER.test(text));
      if (found !== undefined) return found;
    }
    return '';
  }

  for (const text of FILING) await say({ text });
  const receipt = await awaitReceipt();
  const number = NUMBER.exec(receipt)?.[0];
  if (number === undefined) return { filed: false, slowestMs };
  note({ kind: 'filed', at: elapsed(), conversation, number });
  if (withFile) {
    await say({ text: '补充内容' });
    const secret = /查询码[：:\s]*([A-Z0-9-]{4,})/u.exec(receipt)?.[1] ?? '';
    await say({ text: `${number} ${secret}` });
    await say({ file: { name: '说明.pdf', reference: `${name}.pdf`, bytes: 100 } });
  }
  return { filed: true, slowestMs };
}
