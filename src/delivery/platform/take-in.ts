import type { Inbound } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import { keepInbound, type Store } from '../../store/index.ts';
import type { Spool } from './spool.ts';
import { createFloodWatch } from './watch-floods.ts';

export interface IntakeOptions {
  readonly store: Store;
  readonly spool: Spool;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Milliseconds the database may take before the spool is used instead. */
  readonly patience: number;
  /** Whether more wait to be handled than are soon answered, and whether half as many do. */
  readonly isFull: () => boolean;
  readonly isHalfFull: () => boolean;
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
/** What only those wait for who write and write is written so many milliseconds later, or with what others write. */
const FLOOD_MS = 100;

interface Batch {
  readonly messages: Inbound[];
  readonly done: PromiseWithResolvers<void>;
  /** Whether it is to be written at once. */
  isPressing: boolean;
}

function openBatch(): Batch {
  return { messages: [], done: Promise.withResolvers<void>(), isPressing: false };
}

/**
 * Messages that come while others are being written share the next transaction: one commit for all that have come until
 * it begins. Who writes and writes while others write too begins none at once – were each message of theirs committed by
 * itself, the others would wait for the disk – and may fill half the room there is, so that others find some.
 */
export function createIntake(options: IntakeOptions): Intake {
  const { store, spool, now, logger, patience, isFull, isHalfFull, onStored } = options;
  const floods = createFloodWatch(now);
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
    if (busy) return;
    busy = true;
    while (next?.isPressing) await write(next);
    busy = false;
  }

  function press(batch: Batch): void {
    batch.isPressing = true;
    void writeAll();
  }

  return {
    accept(messages) {
      if (messages.length === 0) return Promise.resolve();
      const isFlood = floods.note(messages);
      const isTooMuch = (next?.messages.length ?? 0) + messages.length > MOST_WAITING;
      if (isTooMuch || isFull() || (isFlood && isHalfFull()))
        return Promise.reject(new DeskError('OVERLOADED', 'too many messages wait; deliver this again'));
      next ??= openBatch();
      const batch = next;
      batch.messages.push(...messages);
      if (!isFlood || !floods.isInCompany()) press(batch);
      else if (batch.messages.length === messages.length) setTimeout(press, FLOOD_MS, batch);
      return batch.done.promise;
    },
    drainSpool: () =>
      spool.drain(async (messages) => {
        await keep(() => messages);
      }),
  };
}
