import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { feishu } from '../adapters/feishu/index.ts';
import { slack } from '../adapters/slack/index.ts';
import { telegram } from '../adapters/telegram/index.ts';
import { wechat } from '../adapters/wechat/index.ts';
import { wecom } from '../adapters/wecom/index.ts';
import type { PlatformAdapter } from '../src/channel/adapter.ts';
import type { ConversationId } from '../src/channel/message.ts';
import { outcomeOf } from '../src/conversation/outcome.ts';
import type { TurnFunction } from '../src/conversation/turn-contract.ts';
import { createDesk, createPipeline } from '../src/delivery/index.ts';
import { silentLogger } from '../src/logger.ts';
import { openStore, type Store } from '../src/store/index.ts';
import type { FakePlatform, PersonMessage, PlatformHarness } from '../tests/contract/harness.ts';
import { seededRandom } from '../tests/delivery/desk-under-test.ts';
import { scriptedRelease } from '../tests/delivery/scripted-turn.ts';
import { startFakeFeishu } from '../tests/fakes/feishu.ts';
import { startFakeSlack } from '../tests/fakes/slack.ts';
import { startFakeTelegram } from '../tests/fakes/telegram.ts';
import { startFakeWechat } from '../tests/fakes/wechat.ts';
import { startFakeWecom } from '../tests/fakes/wecom.ts';

/**
 * How fast messages go through the whole pipeline (verified, persisted, handled, stored, sent, recorded), beside the
 * same adapter echoing without it, against our fakes on loopback, in one run.
 * Usage: node tools/bench-channel.ts [messages] [channel …]
 */
const CHANNELS: Readonly<Record<string, PlatformHarness>> = {
  telegram: { module: telegram, startFake: startFakeTelegram },
  slack: { module: slack, startFake: startFakeSlack },
  wechat: { module: wechat, startFake: (clock) => startFakeWechat(clock) },
  wecom: { module: wecom, startFake: startFakeWecom },
  feishu: { module: feishu, startFake: startFakeFeishu },
};
/** Messages a second while the time to acknowledge is measured, and for how many seconds. */
const PACE = 300;
const PACED_SECONDS = 5;

const echo: TurnFunction = (state, input) => ({
  state,
  replies: [{ kind: 'text', text: input.kind === 'text' ? input.text : input.kind }],
  effects: [],
  outcome: outcomeOf({ kind: 'help' }),
});

const say = (index: number): PersonMessage => ({
  kind: 'text',
  id: `${index}`,
  chat: index % 2 === 0 ? 'first' : 'second',
  text: `第${index}个问题：公开申请多久答复？`,
});

/** No limit but the machine's, and replies sent apart from the answer, so that both ways of echoing do the same. */
function unbind(adapter: PlatformAdapter): PlatformAdapter {
  const { read } = adapter;
  return {
    ...adapter,
    capabilities: { ...adapter.capabilities, rate: { most: 1_000_000, perMs: 1000 } },
    ...(read && {
      read: async (request: Request) => {
        const reading = await read(request);
        if (reading.kind === 'refused') return reading;
        const { carry: _, ...rest } = reading;
        return rest;
      },
    }),
  };
}

async function echoBare(adapter: PlatformAdapter, fake: FakePlatform, count: number): Promise<number> {
  const started = performance.now();
  for (let index = 1; index <= count; index += 1) {
    const reading = await adapter.read?.(fake.deliver(say(index)));
    if (reading?.kind !== 'messages') throw new Error('a delivery was refused');
    for (const { conversation, body } of reading.messages) {
      const part = { text: body.kind === 'text' ? body.text : '', choices: [] };
      await adapter.send({ conversation: conversation as ConversationId, part, key: crypto.randomUUID() });
    }
  }
  return (count / (performance.now() - started)) * 1000;
}

function openPipeline(adapter: PlatformAdapter, store: Store, directory: string) {
  const now = () => new Date();
  const logger = silentLogger;
  const random = seededRandom();
  const channel = adapter.name;
  const desk = createDesk({ store, channel, turn: echo, release: () => scriptedRelease, now, random, logger });
  const spoolDirectory = join(directory, 'spool');
  return createPipeline({
    store,
    desk,
    adapter,
    words: { sources: '依据' },
    spoolDirectory,
    now,
    logger,
    patience: 20_000,
  });
}

async function waitUntilDelivered(store: Store, channel: string): Promise<void> {
  for (;;) {
    const lines = store.db.selectFrom('lines').where('channel', '=', channel).where('delivered_at', 'is', null);
    const pending = store.db.selectFrom('inbox').where('channel', '=', channel).where('result', 'is', null);
    const left = await lines.select('seq').limit(1).execute();
    const waiting = await pending.select('message_id').limit(1).execute();
    if (left.length + waiting.length === 0) return;
    await delay(5);
  }
}

async function measureChannel(name: string, { module, startFake }: PlatformHarness, count: number): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const fake = await startFake(() => new Date());
  const services = { now: () => new Date(), fetch: globalThis.fetch, log() {} };
  const adapter = unbind(await module.open(fake.settings, services));
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: () => new Date() });
  const pipeline = openPipeline(adapter, store, directory);
  try {
    await echoBare(adapter, fake, 50);
    const bare = await echoBare(adapter, fake, count);
    await pipeline.start();
    const started = performance.now();
    const answers: Promise<Response>[] = [];
    for (let index = 1; index <= count; index += 1) answers.push(pipeline.answer(fake.deliver(say(index))));
    await Promise.all(answers);
    await waitUntilDelivered(store, adapter.name);
    const whole = (count / (performance.now() - started)) * 1000;

    const times: number[] = [];
    const paced: Promise<unknown>[] = [];
    const begin = performance.now();
    for (let index = 0; index < PACE * PACED_SECONDS; index += 1) {
      const due = begin + (index * 1000) / PACE;
      if (due > performance.now()) await delay(due - performance.now());
      const asked = performance.now();
      paced.push(
        pipeline.answer(fake.deliver(say(count + 1 + index))).then(() => times.push(performance.now() - asked)),
      );
    }
    await Promise.all(paced);
    times.sort((one, other) => one - other);
    const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
    const rates = `bare ${Math.round(bare)}/s  whole ${Math.round(whole)}/s  ratio ${(whole / bare).toFixed(2)}`;
    return `${name.padEnd(10)} ${rates}  ack p99 at ${PACE}/s ${p99.toFixed(0)} ms`;
  } finally {
    await pipeline.stop();
    await store.close();
    await fake.stop();
    await rm(directory, { recursive: true });
  }
}

const [count = '500', ...only] = process.argv.slice(2);
for (const [name, harness] of Object.entries(CHANNELS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  process.stdout.write(`${await measureChannel(name, harness, Number(count))}\n`);
}
