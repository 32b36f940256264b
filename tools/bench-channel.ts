import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChannelBenchOptions, ChannelBenchResult } from '../src/bench/channel.ts';
import { median, percentile } from '../src/bench/percentile.ts';
import type { PlatformAdapter } from '../src/channel/adapter.ts';
import type { ConversationId } from '../src/channel/message.ts';
import { outcomeOf } from '../src/conversation/outcome.ts';
import type { TurnFunction } from '../src/conversation/turn-contract.ts';
import { type CountDelivery, createDesk, createPipeline, type Pipeline } from '../src/delivery/index.ts';
import { silentLogger } from '../src/logger.ts';
import { openStore, type Store } from '../src/store/index.ts';
import type { FakePlatform, PersonMessage, PlatformHarness } from '../tests/contract/harness.ts';
import { PLATFORMS } from '../tests/contract/platforms.ts';
import { seededRandom } from '../tests/delivery/desk-under-test.ts';
import { scriptedRelease } from '../tests/delivery/scripted-turn.ts';

/** Messages a second while the time to acknowledge is measured, and for how many seconds. */
const PACE = 300;
const PACED_SECONDS = 5;
/** Messages sent each way before anything is measured. */
const WARM_UP = 1000;
/** Medians are of so many rounds. */
const ROUNDS = 5;

interface Run {
  readonly fake: FakePlatform;
  readonly from: number;
  readonly count: number;
  readonly whenMore: (more: number) => Promise<void>;
}

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

/** How fast something went, in messages a second, and the processor's time for one of them in milliseconds. */
interface Pace {
  readonly rate: number;
  readonly cpu: number;
}

function startMeasuring(): (count: number) => Pace {
  const [started, before] = [performance.now(), process.cpuUsage()];
  return (count) => {
    const { user, system } = process.cpuUsage(before);
    return { rate: (count / (performance.now() - started)) * 1000, cpu: (user + system) / 1000 / count };
  };
}

async function echoBare(adapter: PlatformAdapter, fake: FakePlatform, count: number): Promise<Pace> {
  const measure = startMeasuring();
  for (let index = 1; index <= count; index += 1) {
    const reading = await adapter.read?.(fake.deliver(say(index)));
    if (reading?.kind !== 'messages') throw new Error('a delivery was refused');
    for (const { conversation, body } of reading.messages) {
      const part = { text: body.kind === 'text' ? body.text : '', choices: [] };
      await adapter.send({ conversation: conversation as ConversationId, part, key: crypto.randomUUID() });
    }
  }
  return measure(count);
}

/** Counts what is delivered, and resolves when so many more were. */
function createDeliveries() {
  let many = 0;
  let wanted: { readonly many: number; readonly resolve: () => void } | undefined;
  return {
    count: ((event, more = 1) => {
      if (event === 'delivered') many += more;
      if (wanted && many >= wanted.many) wanted.resolve();
    }) satisfies CountDelivery,
    whenMore(more: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      wanted = { many: many + more, resolve };
      return promise;
    },
  };
}

function openPipeline(adapter: PlatformAdapter, store: Store, directory: string, count: CountDelivery) {
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
    holder: 'bench',
    spoolDirectory,
    now,
    logger,
    count,
    patience: 20_000,
  });
}

/** Messages a second through the whole pipeline, all of them at hand at once, until the last is recorded as delivered. */
async function echoWhole(pipeline: Pipeline, { fake, from, count, whenMore }: Run): Promise<Pace> {
  const measure = startMeasuring();
  const delivered = whenMore(count);
  const answers: Promise<Response>[] = [];
  for (let index = from; index < from + count; index += 1) answers.push(pipeline.answer(fake.deliver(say(index))));
  await Promise.all(answers);
  await delivered;
  return measure(count);
}

/** The slowest of a hundred acknowledgements, in milliseconds, while messages come at a steady pace. */
async function measureAcks(pipeline: Pipeline, fake: FakePlatform, from: number): Promise<number> {
  const times: number[] = [];
  const paced: Promise<unknown>[] = [];
  const begin = performance.now();
  for (let index = 0; index < PACE * PACED_SECONDS; index += 1) {
    const due = begin + (index * 1000) / PACE;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    const asked = performance.now();
    paced.push(pipeline.answer(fake.deliver(say(from + index))).then(() => times.push(performance.now() - asked)));
  }
  await Promise.all(paced);
  return percentile(times, 0.99);
}

async function measureChannel(
  name: string,
  { module, startFake }: PlatformHarness,
  count: number,
): Promise<ChannelBenchResult> {
  const directory = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const fake = await startFake(() => new Date());
  const services = { now: () => new Date(), fetch: globalThis.fetch, log() {} };
  const adapter = unbind(await module.open(fake.settings, services));
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: () => new Date() });
  const { count: onCount, whenMore } = createDeliveries();
  const pipeline = openPipeline(adapter, store, directory, onCount);
  const [bare, whole]: [Pace[], Pace[]] = [[], []];
  try {
    await pipeline.start();
    // Both ways have been gone before they are measured: code that runs often runs faster.
    await echoBare(adapter, fake, WARM_UP);
    await echoWhole(pipeline, { fake, from: 1, count: WARM_UP, whenMore });
    // Turn and turn about, so that both meet the same weather.
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await echoBare(adapter, fake, count));
      whole.push(await echoWhole(pipeline, { fake, from: 1 + WARM_UP + round * count, count, whenMore }));
    }
    const ackP99 = await measureAcks(pipeline, fake, 1 + WARM_UP + ROUNDS * count);
    const rates = { bare: median(bare.map(({ rate }) => rate)), whole: median(whole.map(({ rate }) => rate)) };
    const cpu = { bare: median(bare.map((each) => each.cpu)), whole: median(whole.map((each) => each.cpu)) };
    return { channel: name, ...rates, ratio: rates.whole / rates.bare, cpu, ackP99 };
  } finally {
    await pipeline.stop();
    await store.close();
    await fake.stop();
    await rm(directory, { recursive: true });
  }
}

/**
 * How fast messages go through the whole pipeline (verified, persisted, handled, stored, sent, recorded), beside the
 * same adapter echoing without it, against our fakes on loopback, in one run.
 */
export async function benchChannels({ messages, only, onResult }: ChannelBenchOptions): Promise<void> {
  for (const [name, harness] of Object.entries(PLATFORMS)) {
    if (only.length === 0 || only.includes(name)) onResult(await measureChannel(name, harness, messages));
  }
}
