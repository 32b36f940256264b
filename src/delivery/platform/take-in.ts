import type { Inbound } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import { keepInbound, type Store } from '../../store/index.ts';
import type { Spool } from './spool.ts';

export interface IntakeOptions {
  readonly store: Store;
  readonly spool: Spool;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Milliseconds the database may take before the spool is used instead. */
  readonly patience: number;
  /** Called when so many messages are stored and may be handled. */
  readonly onStored: (many: number, where: 'database' | 'spool') => void;
}

/** Claims and keeps messages, so that the platform may be told they have arrived. */
export interface Intake {
  /**
   * Resolves when the messages are on disk, in the database or, while it is away, in the spool.
   * @throws DeskError OVERLOADED when too many wait already
   */
  readonly accept: (messages: readonly Inbound[]) => Promise<void>;
  /** Moves what is spooled into the database. @throws while the database is away */
  readonly drainSpool: () => Promise<void>;
}

/** Messages that may wait to be written. More than are written in a second or two would only time out. */
const MOST_WAITING = 3000;

interface Batch {
  readonly messages: Inbound[];
  readonly done: PromiseWithResolvers<void>;
}

function openBatch(): Batch {
  return { messages: [], done: Promise.withResolvers<void>() };
}

/** Messages that come while others are being written share the next transaction: one commit for all of them. */
export function createIntake({ store, spool, now, logger, patience, onStored }: IntakeOptions): Intake {
  let next: Batch | undefined;
  let busy = false;

  const keep = (messages: readonly Inbound[]) =>
    betweenPoints('intake.keep', () => store.together((executor) => keepInbound(executor, messages, now())));

  async function keepInTime(messages: readonly Inbound[]): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(resolve, patience, false);
    try {
      return await Promise.race([keep(messages).then(() => true), late]);
    } catch (error) {
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'messages go to the spool');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  async function write({ messages, done }: Batch): Promise<void> {
    try {
      // Once something is spooled, what comes later goes behind it: the order of a conversation holds.
      const kept = spool.isEmpty() && (await keepInTime(messages));
      if (!kept) await spool.append(messages);
      done.resolve();
      onStored(messages.length, kept ? 'database' : 'spool');
    } catch (error) {
      done.reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    busy = true;
    while (next) {
      // What arrives in the same moment is written in the same moment.
      await new Promise(setImmediate);
      const batch = next;
      next = undefined;
      await write(batch);
    }
    busy = false;
  }

  return {
    accept(messages) {
      if (messages.length === 0) return Promise.resolve();
      if ((next?.messages.length ?? 0) + messages.length > MOST_WAITING)
        return Promise.reject(new DeskError('OVERLOADED', 'too many messages wait to be stored; deliver this again'));
      next ??= openBatch();
      next.messages.push(...messages);
      const { promise } = next.done;
      if (!busy) void writeAll();
      return promise;
    },
    drainSpool: () =>
      spool.drain(async (messages) => {
        await keep(messages);
      }),
  };
}
