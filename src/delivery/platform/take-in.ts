import type { Inbound } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import { keepInbound, type Store } from '../../store/index.ts';
import type { Spool } from './spool.ts';
import { createFloodWatch } from './watch-floods.ts';
import { createWriteLane, type WriteLane } from './write-lane.ts';

export interface IntakeOptions {
  readonly store: Store;
  readonly spool: Spool;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Milliseconds the database may take before the spool is used instead. */
  readonly patience: number;
  /** Whether more wait to be handled than are soon answered, for anybody and for who writes faster than people do. */
  readonly isFull: () => boolean;
  readonly isFullForFloods: () => boolean;
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
/** What only those wait for who write and write is written so many milliseconds later. */
const FLOOD_MS = 250;

/**
 * Messages that come while others are being written share the next transaction: one commit for all that have come until
 * it begins. Who writes and writes while others write too is written aside, all together four times a second – were it
 * done at once or with what others write, they would wait for it – and finds room only while little waits.
 */
export function createIntake(options: IntakeOptions): Intake {
  const { store, spool, now, logger, patience, isFull, isFullForFloods, onStored } = options;
  const floods = createFloodWatch(now);

  const keep = (take: () => readonly Inbound[], commit: Store['ahead']) =>
    betweenPoints('intake.keep', () => commit((executor) => keepInbound(executor, take(), now())));

  async function keepInTime(take: () => readonly Inbound[], commit: Store['ahead']): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(resolve, patience, false);
    try {
      return await Promise.race([keep(take, commit).then(() => true), late]);
    } catch (error) {
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'messages go to the spool');
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  const openLane = (commit: Store['ahead'], before?: WriteLane) =>
    createWriteLane(async (take) => {
      // Who writes aside by now may have written something before that is not stored yet.
      await before?.settled();
      // Once something is spooled, what comes later goes behind it: the order of a conversation holds.
      const kept = spool.isEmpty() && (await keepInTime(take, commit));
      if (!kept) await spool.append(take());
      onStored(take().length, kept ? 'database' : 'spool');
    });
  const main = openLane(store.ahead);
  const aside = openLane(store.together, main);

  function write(messages: readonly Inbound[], isAside: boolean): Promise<void> {
    const isFollowing = messages.some(({ conversation }) => aside.holds(conversation));
    const lane = isAside || isFollowing ? aside : main;
    const isFirst = lane.waiting() === 0;
    const done = lane.add(messages);
    if (!isAside) lane.press();
    else if (isFirst) setTimeout(lane.press, FLOOD_MS);
    return done;
  }

  return {
    accept(messages) {
      if (messages.length === 0) return Promise.resolve();
      const isFlood = floods.note(messages);
      const isTooMuch = main.waiting() + aside.waiting() + messages.length > MOST_WAITING;
      if (isTooMuch || isFull() || (isFlood && isFullForFloods()))
        return Promise.reject(new DeskError('OVERLOADED', 'too many messages wait; deliver this again'));
      return write(messages, isFlood && floods.isInCompany());
    },
    drainSpool: () =>
      spool.drain(async (messages) => {
        await keep(() => messages, store.ahead);
      }),
  };
}
