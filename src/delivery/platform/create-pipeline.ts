import { join } from 'node:path';
import type { PlatformAdapter } from '../../channel/adapter.ts';
import type { FileSource } from '../../channel/file-source.ts';
import type { Inbound } from '../../channel/message.ts';
import type { PlainWords } from '../../channel/render-plain.ts';
import { DeskError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { readLastHeard, readPlatformId, type Store } from '../../store/index.ts';
import { type AttachmentWorkOptions, createAttachmentWork } from '../attachments/work-attachments.ts';
import { createAnswerer, type IsDoneWithin, isDoneWithin } from './answer-delivery.ts';
import { createHandledWaiters } from './await-handled.ts';
import { type CountDelivery, countNothing } from './count-delivery.ts';
import { type ConversationHolder, createConversationHolder } from './hold-conversations.ts';
import { createSendLimit } from './limit-sending.ts';
import { createLoop } from './loop.ts';
import { createOutbox } from './send-outbox.ts';
import { createRateShare } from './share-rate.ts';
import { createSpool } from './spool.ts';
import { createIntake } from './take-in.ts';
import { createBacklog } from './watch-backlog.ts';
import { createInboxWork, type PlatformDesk } from './work-inbox.ts';

/** Default of `patience`: well within the shortest time a platform waits for its answer (1 s). */
const PATIENCE_MS = 500;
/** When it is told to stop, how long a process goes on with what waits and is owed; the rest is stored, and others' work. */
const LEAVING_MS = 10_000;
/** Half a minute's work for one process. */
const MOST_PENDING = 10_000;
/** How soon a line stored by somebody else is noticed. */
const POLL_MS = 2000;

export interface PipelineOptions {
  readonly store: Store;
  /** The desk of this adapter's channel. */
  readonly desk: PlatformDesk;
  readonly adapter: PlatformAdapter;
  readonly words: PlainWords;
  /** Where files come from that the desk hands over. Default: nowhere, they are spoken of in words. */
  readonly files?: FileSource;
  /** Default: all. */
  readonly role?: PipelineRole | undefined;
  /** Name of this process among all that share the database, and whether another is known to be dead. */
  readonly holder: string;
  readonly isGone?: ((holder: string) => boolean) | undefined;
  /** Folder for messages taken while the database is away. */
  readonly spoolDirectory: string;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Milliseconds the database may take to keep a message before the spool does. Default 500. */
  readonly patience?: number;
  /** Messages of the channel that may wait to be handled before further ones are refused. Default 10,000. */
  readonly mostPending?: number;
  /** How files people send for their requests are looked at; left out: none is taken. */
  readonly attachments?: Pick<AttachmentWorkOptions, 'scan' | 'turn' | 'release' | 'pageUrl'> | undefined;
  readonly count?: CountDelivery;
  /** How the wait for a reply that may ride on an answer is measured. Default: by the real clock. */
  readonly isDoneWithin?: IsDoneWithin;
}

/** What a process does: take messages in, handle and send, or both. */
export type PipelineRole = 'web' | 'worker' | 'all';

/** A platform joined to its desk: what comes in is never lost, what is owed is sent. */
export interface Pipeline {
  readonly channel: string;
  /** Resolves when the messages are on disk. @throws DeskError STOPPING */
  readonly accept: (messages: readonly Inbound[]) => Promise<void>;
  /** Answers one delivery of the platform. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Opens the adapter's connections and goes on with what an earlier run left. */
  readonly start: () => Promise<void>;
  /** Handles and sends everything due now, without `start`. Says when something is due again. */
  readonly settle: () => Promise<Date | null>;
  /** Takes nothing more, finishes what is in hand and closes the adapter. What is still owed waits for the next start. */
  readonly stop: () => Promise<void>;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

export function createPipeline(options: PipelineOptions): Pipeline {
  const { store, desk, adapter, words, now, logger, count = countNothing, role = 'all' } = options;
  const [takes, works] = [role !== 'worker', role !== 'web'];
  const channel = adapter.name;
  const file = join(options.spoolDirectory, `${channel}.spool`);
  const spool = createSpool({ file, channel, sealer: store.sealer, logger });
  let stopping = false;
  let leaveAt = Number.POSITIVE_INFINITY;
  let moved = false;
  let polling: NodeJS.Timeout | undefined;
  let unlisten: (() => void)[] | undefined;

  const isLeaving = () => now().getTime() >= leaveAt;
  const backlog = createBacklog({ store, channel, most: options.mostPending ?? MOST_PENDING, now });
  const intake = createIntake({
    store,
    spool,
    now,
    logger,
    patience: options.patience ?? PATIENCE_MS,
    isFull: backlog.isFull,
    isFullForFloods: backlog.isFullForFloods,
    onStored: (many, where) => {
      backlog.add(many);
      count(where === 'spool' ? 'spooled' : 'taken', many);
      if (where === 'spool') inbox.wake();
      else store.notices.announce(`inbox:${channel}`);
    },
  });
  const { holder, isGone } = options;
  const [hearing, sending] = (['hear', 'send'] as const).map((each) =>
    createConversationHolder({ store, work: each, channel, holder, isGone, now }),
  ) as [ConversationHolder, ConversationHolder];
  const waiters = createHandledWaiters(store, channel);
  const work = createInboxWork({
    store,
    desk,
    channel,
    holder: hearing,
    now,
    logger,
    isLeaving,
    onHandled: (how, key) => {
      count(how);
      if (how === 'handled') {
        waiters.tell(key);
        store.notices.announce(`handled:${channel}`);
      }
      outbox.wake();
      files.wake();
    },
  });
  const limit = createSendLimit(adapter.capabilities.rate);
  const share = createRateShare({ store, channel, holder, limit, now });
  const sender = createOutbox({
    store,
    holder: sending,
    share,
    adapter,
    words,
    files: options.files ?? (async () => 'gone'),
    readPlatformId: (conversation, seq) => readPlatformId(store, { channel, conversation }, seq),
    readLastHeard: (conversation) => readLastHeard(store, { channel, conversation }),
    limit,
    now,
    logger,
    isLeaving,
    onProgress: (made) => {
      moved ||= made.length > 0;
      for (const { kind } of made) count(kind === 'waiting' ? 'delayed' : kind);
    },
    onFree: () => outbox.wake(),
  });
  const outbox = createLoop(sender.step, now, logger);
  const inbox = createLoop(
    async () => {
      await intake.drainSpool();
      return works ? work() : null;
    },
    now,
    logger,
  );

  const { fetchFile } = adapter;
  const files = createLoop(
    fetchFile && options.attachments
      ? createAttachmentWork({
          ...options.attachments,
          store,
          channel,
          fetchFile,
          now,
          logger,
          onSettled: () => outbox.wake(),
        })
      : async () => null,
    now,
    logger,
  );

  async function accept(messages: readonly Inbound[]): Promise<void> {
    if (stopping) throw new DeskError('STOPPING', 'the desk is closing; send this again in a moment');
    await intake.accept(messages);
  }

  async function sendAll(): Promise<Date | null> {
    let next: Date | null;
    do {
      moved = false;
      next = await outbox.run();
      await sender.settle();
    } while (moved);
    return next;
  }

  const answer = createAnswerer({
    adapter,
    store,
    words,
    outbox: sender,
    accept,
    whenHandled: waiters.whenHandled,
    now,
    logger,
    count,
    isDoneWithin: options.isDoneWithin ?? isDoneWithin,
  });

  return {
    channel,
    accept,
    answer,
    async start() {
      inbox.start();
      if (works) {
        outbox.start();
        files.start();
      }
      unlisten ??= [
        store.notices.listen(`inbox:${channel}`, inbox.wake),
        store.notices.listen(`handled:${channel}`, () => void waiters.look()),
        store.notices.listen(`outbox:${channel}`, outbox.wake),
      ];
      // Lines also come from elsewhere – the form page, staff – and a notice may be lost.
      polling ??= setInterval(() => {
        inbox.wake();
        outbox.wake();
      }, POLL_MS).unref();
      if (takes) await adapter.start?.(accept);
    },
    settle: async () => {
      const [next, again] = [await inbox.run(), works ? await files.run() : null];
      return earlier(earlier(next, again), works ? await sendAll() : null);
    },
    async stop() {
      stopping = true;
      leaveAt = now().getTime() + LEAVING_MS;
      clearInterval(polling);
      for (const end of unlisten ?? []) end();
      waiters.stop();
      await inbox.stop();
      await inbox.run();
      await files.stop();
      await outbox.stop();
      if (works) {
        await sendAll();
        await hearing.giveAllBack();
        await sending.giveAllBack();
        await share.leave();
      }
      await adapter.stop();
    },
  };
}
