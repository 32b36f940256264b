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
  /** Whether more wait to be handled than are soon answered. */
  readonly isFull: () => boolean;
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
const MOST_WAITING = 2000;

interface Batch {
  readonly messages: Inbound[];
  readonly done: PromiseWithResolvers<void>;
}

function openBatch(): Batch {
  return { messages: [], done: Promise.withResolvers<void>() };
}

/**
 * Messages that come while others are being written share the next transaction: one commit for all that have come until
 * it begins.
 */
export function createIntake({ store, spool, now, logger, patience, isFull, onStored }: IntakeOptions): Intake {
  let next: Batch | undefined;
  let busy = false;

  const keep = (take: () => readonly Inbound[]) =>
    betweenPoints('intake.keep', () => store.ahead((executor) => keepInbound(executor, take(), now())));

  async function keepInTime(take: () => readonly Inbound[]): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(resolve, patience, false);
    try {
      return await Promise.race([keep(take).then(() => true), late]);
    } catch (error) {
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'messages go to the spool');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes the batch that is open when it is asked first; the same one whenever it is asked again. */
  function createTake(first: Batch): () => Batch {
    let taken: Batch | undefined;
    return () => {
      if (taken === undefined) next = undefined;
      taken ??= first;
      return taken;
    };
  }

  async function write(batch: Batch): Promise<void> {
    const take = createTake(batch);
    try {
      // Once something is spooled, what comes later goes behind it: the order of a conversation holds.
      const kept = spool.isEmpty() && (await keepInTime(() => take().messages));
      if (!kept) await spool.append(take().messages);
      batch.done.resolve();
      onStored(batch.messages.length, kept ? 'database' : 'spool');
    } catch (error) {
      batch.done.reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    busy = true;
    while (next) await write(next);
    busy = false;
  }

  return {
    accept(messages) {
      if (messages.length === 0) return Promise.resolve();
      if ((next?.messages.length ?? 0) + messages.length > MOST_WAITING || isFull())
        return Promise.reject(new DeskError('OVERLOADED', 'too many messages wait; deliver this again'));
      next ??= openBatch();
      next.messages.push(...messages);
      const { promise } = next.done;
      if (!busy) void writeAll();
      return promise;
    },
    drainSpool: () =>
      spool.drain(async (messages) => {
        await keep(() => messages);
      }),
  };
}
