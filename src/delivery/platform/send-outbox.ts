import { setTimeout as delay } from 'node:timers/promises';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import {
  type HeldConversation,
  type OwedLine,
  type Progress,
  readNextDue,
  readOwedTo,
  recordProgress,
  type Store,
} from '../../store/index.ts';
import type { ConversationHolder } from './hold-conversations.ts';
import type { Step } from './loop.ts';
import { type SendOptions, sendLine } from './send-line.ts';
import type { RateShare } from './share-rate.ts';

/** Conversations sent to at the same time. */
const AT_ONCE = 20;
/** Lines of one conversation sent before their progress is stored, and how often in a row while more are owed to it. */
const LINES_AT_ONCE = 10;
const TIMES_IN_A_ROW = 10;
/** Pause of a conversation whose progress could not be stored. */
const REST_MS = 1000;
/** How often a conversation another process is sending to is asked for again, by who has a reply to carry. */
const ASK_MS = 100;
/** How long taking a conversation may keep an answer waiting. */
const TAKE_MS = 500;

export interface OutboxOptions extends SendOptions {
  readonly store: Store;
  /** The conversations this process sends to. */
  readonly holder: ConversationHolder;
  readonly share: RateShare;
  readonly logger: Logger;
  /** Whether no further line is begun: what is owed is sent by whoever comes next. */
  readonly isLeaving: () => boolean;
  /** Called when lines have been sent, with what became of them. */
  readonly onProgress: (made: readonly Progress[]) => void;
  /** Called when a conversation is sent to no longer, or kept back no longer: more may be due, to it and to others. */
  readonly onFree: () => void;
}

export interface Outbox {
  /** Begins sending what is due; sending itself goes on in the background. */
  readonly step: Step;
  /** Resolves when nothing is being sent. */
  readonly settle: () => Promise<void>;
  /**
   * Keeps a conversation's lines back, from every process, while `work` decides about them; asked within `patience`
   * milliseconds, once those being sent are done. Where another process goes on sending, nothing is owed by this one.
   */
  readonly withhold: <T>(
    conversation: string,
    patience: number,
    work: (owed: () => Promise<readonly OwedLine[]>) => Promise<T>,
  ) => Promise<T>;
}

function isDue({ nextAt }: OwedLine, now: Date): boolean {
  return nextAt === null || Date.parse(nextAt) <= now.getTime();
}

/** Sends what is owed: one line of a conversation at a time, in order, several conversations at once. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, adapter, holder, share, limit, now, logger, isLeaving, onProgress, onFree } = options;
  const key = (conversation: string) => ({ channel: adapter.name, conversation });
  const sending = new Map<string, Promise<void>>();
  const withheld = new Map<string, number>();

  /**
   * Sends the next lines owed to one conversation, until one has to wait. Progress is stored at the end, once. The
   * number of the line to go on with; undefined when the conversation was given back.
   */
  async function sendSome(held: HeldConversation, first: number, mayGoOn: () => boolean): Promise<number | undefined> {
    const range = { first, most: LINES_AT_ONCE };
    const made: { owed: OwedLine; progress: Progress }[] = [];
    const lines = await readOwedTo(store, key(held.conversation), range);
    for (const owed of lines) {
      const mayBegin = isDue(owed, now()) && !isLeaving() && (await holder.stayAlive());
      const progress = mayBegin ? await sendLine(owed, options) : null;
      if (progress) made.push({ owed, progress });
      if (progress === null || progress.kind === 'waiting') break;
    }
    const goesOn = made.length === LINES_AT_ONCE && made.at(-1)?.progress.kind !== 'waiting' && mayGoOn();
    // Recorded even when the conversation was lost meanwhile: what was sent was sent.
    await betweenPoints('send.record', () =>
      store.together(async (executor) => {
        for (const { owed, progress } of made) await recordProgress(executor, owed, progress, now());
        if (!goesOn) await holder.giveBack(executor, held, now());
      }),
    );
    onProgress(made.map(({ progress }) => progress));
    return goesOn ? (made.at(-1)?.owed.line.seq ?? 0) + 1 : undefined;
  }

  async function sendTo(held: HeldConversation & { readonly first: number }): Promise<void> {
    const { conversation } = held;
    try {
      let first: number | undefined = held.first;
      for (let times = 1; first !== undefined; times += 1) {
        const mayGoOn = () => times < TIMES_IN_A_ROW && !withheld.has(conversation);
        first = await sendSome(held, first, mayGoOn);
      }
    } catch (error) {
      // Not recorded: it is sent again under the same keys, but not in a tight circle.
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'sent lines could not be recorded');
      await delay(REST_MS);
    } finally {
      sending.delete(conversation);
      onFree();
    }
  }

  async function step(): Promise<Date | null> {
    if (isLeaving()) return null;
    await share.refresh();
    const room = limit.nextRoom(now()) > now() ? 0 : AT_ONCE - sending.size;
    const without = [...sending.keys(), ...withheld.keys()];
    for (const held of room > 0 ? await holder.takeOwed({ without, most: room }) : []) {
      const { conversation } = held;
      // Asked for meanwhile by a reply that is to ride on an answer: it has the conversation, by the same holder.
      if (!sending.has(conversation) && !withheld.has(conversation)) sending.set(conversation, sendTo(held));
    }
    const waits = await readNextDue(store, adapter.name);
    const times = [...(waits === null ? [] : [Date.parse(waits)]), limit.nextRoom(now()).getTime()];
    const next = times.filter((time) => time > now().getTime());
    return next.length ? new Date(Math.min(...next)) : null;
  }

  /** Takes a conversation as soon as it can be had; what cannot be had in time is not held. */
  function createHold(conversation: string, patience: number) {
    const until = performance.now() + patience;
    let held: HeldConversation | undefined;
    async function take(): Promise<void> {
      const taken = holder.takeOne(conversation).then(
        (found) => {
          held = found;
        },
        () => {},
      );
      // A database that is away must not keep the platform waiting.
      await Promise.race([taken, delay(TAKE_MS, undefined, { ref: false })]);
    }
    return {
      held: () => held,
      async take() {
        await sending.get(conversation);
        while (held === undefined) {
          await take();
          if (held !== undefined || performance.now() + ASK_MS > until) break;
          await delay(ASK_MS);
        }
        return held;
      },
    };
  }

  return {
    step,
    async settle() {
      while (sending.size > 0) await Promise.all(sending.values());
    },
    async withhold(conversation, patience, work) {
      withheld.set(conversation, (withheld.get(conversation) ?? 0) + 1);
      const hold = createHold(conversation, patience);
      const range = { first: 0, most: LINES_AT_ONCE };
      try {
        // Taken before anything is owed, so that no other process sends what is to ride on the answer.
        await hold.take();
        return await work(async () => ((await hold.take()) ? readOwedTo(store, key(conversation), range) : []));
      } finally {
        const left = (withheld.get(conversation) ?? 1) - 1;
        if (left > 0) withheld.set(conversation, left);
        else {
          withheld.delete(conversation);
          const held = hold.held();
          if (held) await store.together((executor) => holder.giveBack(executor, held, now())).catch(() => false);
          onFree();
        }
      }
    },
  };
}
