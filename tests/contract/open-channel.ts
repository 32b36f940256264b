import { join } from 'node:path';
import type { PlatformAdapter } from '../../src/channel/adapter.ts';
import type { Desk } from '../../src/channel/desk.ts';
import type { ConversationId, OutMessage } from '../../src/channel/message.ts';
import { createDesk, createPipeline, type Pipeline } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { appendLines, openStore, readUndelivered, type Store } from '../../src/store/index.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { createClock } from '../delivery/platform/pipeline-under-test.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { makeDirectory } from '../store/temporary-store.ts';
import { createContractTurn } from './contract-turn.ts';
import type { ChannelHarness, Chat, FakePlatform, PersonMessage, ShownMessage } from './harness.ts';

/** One channel whole: fake platform, adapter, pipeline, desk and storage on disk. */
export interface OpenChannel {
  readonly fake: FakePlatform;
  readonly adapter: PlatformAdapter;
  readonly pipeline: Pipeline;
  readonly store: Store;
  readonly forward: (milliseconds: number) => void;
  /** The platform delivers a message, and everything that follows from it at once happens. */
  readonly say: (message: PersonMessage) => Promise<Response>;
  /** The desk owes this message to a conversation, as when a person of the office writes. */
  readonly owe: (chat: Chat, ...messages: OutMessage[]) => Promise<void>;
  /** What the desk has said in a conversation, whichever way it goes out. */
  readonly replies: (chat: Chat) => Promise<readonly string[]>;
  readonly shownTo: (chat: Chat) => readonly ShownMessage[];
  readonly undelivered: () => Promise<readonly string[]>;
  /** Every turn fails until mended. */
  readonly breakTurns: (broken: boolean) => void;
  readonly close: () => Promise<void>;
}

const NOON = new Date('2026-11-23T04:00:00Z');
const textOf = (message: OutMessage): string => (message.kind === 'card' ? message.title : message.text);

export async function openChannel(
  harness: ChannelHarness,
  changeDesk: (desk: Desk) => Desk = (desk) => desk,
): Promise<OpenChannel> {
  const clock = createClock(NOON);
  const directory = makeDirectory();
  const fake = await harness.startFake(clock.now);
  const adapter = await harness.module.open(fake.settings, { now: clock.now, fetch: globalThis.fetch, log() {} });
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: clock.now });
  let broken = false;
  const desk = createDesk({
    store,
    channel: adapter.name,
    turn: createContractTurn(() => broken),
    release: () => scriptedRelease,
    now: clock.now,
    random: seededRandom(),
    logger: silentLogger,
  });
  const pipeline = createPipeline({
    store,
    desk: changeDesk(desk),
    adapter,
    words: { sources: '依据' },
    spoolDirectory: join(directory, 'spool'),
    now: clock.now,
    logger: silentLogger,
    // Slow disks must not send a test down the other path.
    patience: 20_000,
  });
  await pipeline.start();
  let closed = false;
  const idOf = (chat: Chat) => fake.conversation(chat) as ConversationId;

  return {
    fake,
    adapter,
    pipeline,
    store,
    forward: clock.forward,
    async say(message) {
      const answer = await pipeline.answer(fake.deliver(message));
      await pipeline.settle();
      return answer;
    },
    async owe(chat, ...messages) {
      const key = { channel: adapter.name, conversation: idOf(chat) };
      const lines = messages.map((message) => ({ from: 'staff' as const, message }));
      await store.transaction((executor) => appendLines(executor, key, lines, clock.now()));
      await pipeline.settle();
    },
    async replies(chat) {
      const lines = await desk.readTranscript(idOf(chat), 0);
      return lines.filter((line) => line.from === 'desk').map((line) => textOf(line.message));
    },
    shownTo: (chat) => fake.shown().filter((message) => message.chat === chat),
    undelivered: async () => (await readUndelivered(store)).map((line) => line.why),
    breakTurns: (next) => {
      broken = next;
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
