import type { PlatformAdapter, PlatformServices } from '../../src/channel/adapter.ts';
import type { ConversationId } from '../../src/channel/message.ts';
import { ruleHandOver } from '../../src/channel/rule-hand-over.ts';
import { createPipeline, type Pipeline } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { createClock } from '../delivery/platform/pipeline-under-test.ts';
import type { Answered, ChannelUnderTest, OpenChannel, OpenOptions, PlatformHarness, ShownMessage } from './harness.ts';
import { openContractDesk } from './open-desk.ts';

const NOON = new Date('2026-11-23T04:00:00Z');

async function readAnswer(answer: Response): Promise<Answered> {
  return { accepted: answer.status === 200, status: answer.status, text: await answer.text() };
}

/** A platform's channel whole: fake platform, the real adapter, pipeline, desk and storage on disk. */
async function openPlatform({ module, startFake }: PlatformHarness, options: OpenOptions): Promise<OpenChannel> {
  const clock = createClock(NOON);
  const services: PlatformServices = { now: clock.now, fetch: globalThis.fetch, log() {} };
  const fake = await startFake(clock.now);
  let adapter: PlatformAdapter = await module.open(fake.settings, services);
  const { capabilities, name } = adapter;
  const handOver = ruleHandOver(capabilities, options.real?.pageUrl);
  const { given, store, spoolDirectory, append, replies, isAble, files, ...rest } = await openContractDesk(
    name,
    options,
    handOver,
    clock,
  );

  const join = (): Pipeline =>
    createPipeline({
      store,
      desk: given,
      adapter,
      words: { sources: '依据' },
      files,
      holder: 'test',
      spoolDirectory,
      now: clock.now,
      logger: silentLogger,
      // Slow disks must not send a test down the other path.
      patience: 20_000,
      // Nobody waits four seconds for a reply that cannot come.
      isDoneWithin: async (work) => isAble() && work.then(() => true),
    });
  let pipeline = join();
  await pipeline.start();
  const settle = async () => void (await pipeline.settle());
  const shown: ShownMessage[] = [];
  let collected = 0;
  /** What reached people so far, in order, whichever way it went. */
  const collect = (): readonly ShownMessage[] => {
    const sent = fake.shown();
    shown.push(...sent.slice(collected));
    collected = sent.length;
    return shown;
  };
  const answer = async (request: Request) => readAnswer(await pipeline.answer(request));
  const deliver: OpenChannel['deliver'] = async (message) => {
    const answered = await answer(fake.deliver(message));
    const carried = fake.readCarried?.(answered.text);
    collect();
    if (carried) shown.push({ chat: message.chat, text: carried, choices: [] });
    return answered;
  };
  const conversation: OpenChannel['conversation'] = (chat) => fake.conversation(chat) as ConversationId;
  let running = true;
  let closed = false;

  return {
    ...rest,
    capabilities,
    store,
    conversation,
    deliver,
    async deliverForged(message, how) {
      const forged = fake.forge(message, how);
      if (!forged) throw new Error(`the fake does not forge: ${how}`);
      return answer(forged);
    },
    async deliverBody(message, change) {
      const genuine = fake.deliver(message);
      const { url, method, headers } = genuine;
      const body = change(await genuine.text());
      return answer(new Request(url, { method, headers, body }));
    },
    settle,
    async say(message) {
      const answered = await deliver(message);
      await settle();
      return answered;
    },
    async owe(chat, ...messages) {
      await append(conversation(chat), messages);
      if (running) await settle();
    },
    replies: (chat) => replies(conversation(chat)),
    shownTo: (chat) => collect().filter((message) => message.chat === chat),
    failNext: fake.failNext,
    dropsRepeats: fake.dropsRepeats,
    fetchFile: async (reference, most) => adapter.fetchFile?.(reference, most),
    async stop() {
      running = false;
      await pipeline.stop();
    },
    async restart() {
      running = true;
      adapter = await module.open(fake.settings, services);
      pipeline = join();
      await pipeline.start();
    },
    async close() {
      if (closed) return;
      closed = true;
      await pipeline.stop();
      await store.close();
      await fake.stop();
    },
  };
}

/** A chat platform before the contract. */
export function platform(
  name: string,
  harness: PlatformHarness,
  lacks: ChannelUnderTest['lacks'] = {},
): ChannelUnderTest {
  const { module, startFake } = harness;
  return {
    name,
    lacks,
    required: module.settings.filter((setting) => setting.required).map((setting) => setting.name),
    async openWithout(setting) {
      const fake = await startFake(() => NOON);
      await fake.stop();
      const rest = Object.fromEntries(Object.entries(fake.settings).filter(([key]) => key !== setting));
      return module.open(rest, { now: () => NOON, fetch: globalThis.fetch, log() {} });
    },
    open: (options = {}) => openPlatform(harness, options),
  };
}
