import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../logger.ts';
import {
  findOwedConversations,
  type OwedConversation,
  type OwedLine,
  type Progress,
  readNextDue,
  readOwedTo,
  recordProgress,
  type Store,
} from '../../store/index.ts';
import type { Step } from './loop.ts';
import { type SendOptions, sendLine } from './send-line.ts';
import type { SenderLease } from './sender-lease.ts';

/** Conversations sent to at the same time. */
const AT_ONCE = 20;
/** Lines of one conversation sent before their progress is stored. */
const LINES_AT_ONCE = 10;
/** Pause of a conversation whose progress could not be stored. */
const REST_MS = 1000;
/** How soon a process that may not send asks again whether it may. */
const ASK_MS = 2000;

export interface OutboxOptions extends SendOptions {
  readonly store: Store;
  /** Held by the one process that sends for this channel. */
  readonly lease: SenderLease;
  readonly logger: Logger;
  /** Called when a conversation has been sent to, with what became of its lines: more may be due. */
  readonly onProgress: (made: readonly Progress[]) => void;
}

export interface Outbox {
  /** Begins sending what is due; sending itself goes on in the background. */
  readonly step: Step;
  /** Resolves when nothing is being sent. */
  readonly settle: () => Promise<void>;
  /**
   * Keeps a conversation's lines back while `work` decides about them, once those being sent are done. Where another
   * process sends, nothing is owed by this one.
   */
  readonly withhold: <T>(
    conversation: string,
    work: (owed: () => Promise<readonly OwedLine[]>) => Promise<T>,
  ) => Promise<T>;
}

function isDue({ nextAt }: OwedLine, now: Date): boolean {
  return nextAt === null || Date.parse(nextAt) <= now.getTime();
}

/** Sends what is owed: one line of a conversation at a time, in order, several conversations at once. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, adapter, lease, limit, now, logger, onProgress } = options;
  const sending = new Map<string, Promise<void>>();
  const withheld = new Map<string, number>();

  /** Sends what is owed to one conversation, line after line, until one has to wait. Progress is stored at the end, once. */
  async function sendTo({ conversation, first }: OwedConversation): Promise<void> {
    const made: { owed: OwedLine; progress: Progress }[] = [];
    try {
      const range = { first, most: LINES_AT_ONCE };
      for (const owed of await readOwedTo(store, { channel: adapter.name, conversation }, range)) {
        const progress = isDue(owed, now()) && lease.isLive() ? await sendLine(owed, options) : null;
        if (progress) made.push({ owed, progress });
        if (progress === null || progress.kind === 'waiting') break;
      }
      if (made.length > 0)
        await store.together(async (executor) => {
          for (const { owed, progress } of made) await recordProgress(executor, owed, progress, now());
        });
    } catch (error) {
      // Not recorded: it is sent again under the same keys, but not in a tight circle.
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'sent lines could not be recorded');
      await delay(REST_MS);
    } finally {
      sending.delete(conversation);
      onProgress(made.map(({ progress }) => progress));
    }
  }

  async function step(): Promise<Date | null> {
    if (!(await lease.hold())) return new Date(now().getTime() + ASK_MS);
    const room = limit.nextRoom(now()) > now() ? 0 : AT_ONCE - sending.size;
    const without = [...sending.keys(), ...withheld.keys()];
    const due = room > 0 ? await findOwedConversations(store, adapter.name, { at: now(), without, most: room }) : [];
    for (const owed of due) {
      const { conversation } = owed;
      if (!sending.has(conversation) && !withheld.has(conversation)) sending.set(conversation, sendTo(owed));
    }
    const waits = await readNextDue(store, adapter.name);
    const times = [...(waits === null ? [] : [Date.parse(waits)]), limit.nextRoom(now()).getTime()];
    const next = times.filter((time) => time > now().getTime());
    return next.length ? new Date(Math.min(...next)) : null;
  }

  return {
    step,
    async settle() {
      while (sending.size > 0) await Promise.all(sending.values());
    },
    async withhold(conversation, work) {
      withheld.set(conversation, (withheld.get(conversation) ?? 0) + 1);
      try {
        return await work(async () => {
          await sending.get(conversation);
          if (!(await lease.hold())) return [];
          return readOwedTo(store, { channel: adapter.name, conversation }, { first: 0, most: LINES_AT_ONCE });
        });
      } finally {
        const left = (withheld.get(conversation) ?? 1) - 1;
        if (left === 0) withheld.delete(conversation);
        else withheld.set(conversation, left);
      }
    },
  };
}
