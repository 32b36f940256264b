import type { Desk, Received } from '../channel/desk.ts';
import type { FileSource } from '../channel/file-source.ts';
import type { Inbound } from '../channel/message.ts';
import { DeskError } from '../errors.ts';
import { betweenPoints } from '../failpoints.ts';
import type { Logger } from '../logger.ts';
import { type Executor, maskNumbersInText, type Store } from '../store/index.ts';
import { createCatchUp } from './catch-up.ts';
import { createFollowers } from './followers.ts';
import { type Handled, type HandleOptions, handleMessage } from './handle-message.ts';
import { readFile } from './read-file.ts';
import { createOrderedRunner } from './run-in-order.ts';
import { countFailure } from './set-aside.ts';

export interface DeskOptions extends HandleOptions {
  readonly store: Store;
  /** The channel this desk serves. Conversations of other channels do not exist for it. */
  readonly channel: string;
  readonly logger: Logger;
  /** Where files come from that the desk hands over. Default: nowhere, none can be fetched. */
  readonly files?: FileSource;
}

/**
 * Run first in the transaction that handles a message; throws when this process may not write about its conversation
 * any more.
 */
export type Fence = (executor: Executor, key: Omit<Inbound, 'body'>) => Promise<void>;

/** How long messages may share a transaction, in milliseconds: what is to be acknowledged waits behind it. */
const TOGETHER_MS = 25;

/** Messages in hand at once; what comes then is refused at once instead of timing out. */
const MOST_IN_HAND = 500;

/** A desk that can be drained before the store is closed. */
export interface DrainableDesk extends Desk {
  /** Handles one message; `fence` guards what it writes. */
  readonly receive: (inbound: Inbound, fence?: Fence) => Promise<Received>;
  /** Takes no more messages (STOPPING) and resolves when those in hand are done. */
  readonly drain: () => Promise<void>;
  /**
   * Handles messages in the order given and stores what comes of them with one commit, as many of them as a short
   * transaction takes. Returns how many; 0 when one of them could not be handled and nothing was stored: received one
   * by one, they show which.
   */
  readonly receiveTogether: (inbounds: readonly Inbound[], fence?: Fence) => Promise<number>;
  /** Tells followers now what others have stored; while somebody follows, that happens every two seconds by itself. */
  readonly catchUp: () => Promise<void>;
}

/** Neither the message nor this desk is at fault: trying again later is all there is to do. */
function isPassing(error: unknown): boolean {
  return error instanceof DeskError && (error.code === 'STORE_FAILED' || error.code === 'LEASE_LOST');
}

const unguarded: Fence = async () => {};

function codeFailure(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  return new DeskError('TURN_FAILED', 'the message could not be handled; nothing of it was stored', { cause: error });
}

/** A stack may quote what the citizen wrote. */
function describeError(error: unknown): string {
  return maskNumbersInText(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/**
 * The desk of one channel over a store. Nothing that matters is kept in memory: after a crash the platform
 * redelivers what was not acknowledged, and what had been stored is recognised.
 */
export function createDesk(options: DeskOptions): DrainableDesk {
  const { store, channel, logger } = options;
  const runner = createOrderedRunner();
  const followers = createFollowers(logger);
  const catchUp = createCatchUp({ store, channel, followers, logger });
  let inHand = 0;
  let stopping = false;
  let unlisten: (() => void) | undefined;

  /** Counting is best effort: when the database itself fails there is nowhere to count. */
  async function setAside(inbound: Inbound, failure: unknown, fence: Fence): Promise<Handled | undefined> {
    if (isPassing(failure)) return undefined;
    try {
      return await store.transaction(async (executor) => {
        await fence(executor, inbound);
        return betweenPoints('aside.write', () => countFailure(executor, inbound, options));
      });
    } catch (error) {
      logger.error({ channel, error: describeError(error) }, 'a failed message could not be counted');
      return undefined;
    }
  }

  async function handleFenced(executor: Executor, inbound: Inbound, fence: Fence): Promise<Handled> {
    await fence(executor, inbound);
    return betweenPoints('turn.write', () => handleMessage(executor, inbound, options));
  }

  async function handle(inbound: Inbound, fence: Fence): Promise<Received> {
    let handled: Handled;
    try {
      handled = await store.transaction((executor) => handleFenced(executor, inbound, fence));
    } catch (error) {
      logger.error({ channel, error: describeError(error) }, 'a message could not be handled');
      const aside = await setAside(inbound, error, fence);
      if (!aside) throw codeFailure(error);
      handled = aside;
    }
    if (followers.notify(inbound.conversation, handled.stored)) await catchUp.run();
    return handled.received;
  }

  async function handleTogether(inbounds: readonly Inbound[], fence: Fence): Promise<number> {
    let done: Handled[] = [];
    try {
      await store.together(async (executor) => {
        done = [];
        const until = options.now().getTime() + TOGETHER_MS;
        for (const inbound of inbounds) {
          done.push(await handleFenced(executor, inbound, fence));
          if (options.now().getTime() >= until) break;
        }
      });
    } catch {
      return 0;
    }
    const behind = done.filter(({ stored }, at) => followers.notify(inbounds[at]?.conversation ?? '', stored));
    if (behind.length > 0) await catchUp.run();
    return done.length;
  }

  function checkMayReceive(inbound: Inbound): void {
    if (stopping) throw new DeskError('STOPPING', 'the desk is closing; send this again in a moment');
    if (inbound.channel !== channel) {
      throw new DeskError('INPUT_INVALID', `a message of ${inbound.channel} came to the desk of ${channel}`);
    }
  }

  return {
    async receive(inbound, fence = unguarded) {
      checkMayReceive(inbound);
      // What a worker took waits nowhere else; a page can be told to come again.
      if (fence === unguarded && inHand >= MOST_IN_HAND)
        throw new DeskError('OVERLOADED', 'too many messages are in hand; send this again in a moment');
      inHand += 1;
      try {
        return await runner.run(inbound.conversation, () => handle(inbound, fence));
      } finally {
        inHand -= 1;
      }
    },
    async receiveTogether(inbounds, fence = unguarded) {
      inbounds.forEach(checkMayReceive);
      // In one order always, so that two batches never wait for each other.
      const names = [...new Set(inbounds.map(({ conversation }) => conversation))].toSorted();
      const whole = names.reduceRight<() => Promise<number>>(
        (work, name) => () => runner.run(name, work),
        () => handleTogether(inbounds, fence),
      );
      return whole();
    },
    readTranscript: catchUp.read,
    readFile: (conversation, seq) => readFile(options, { channel, conversation }, seq),
    follow(conversation, listener) {
      catchUp.watch();
      unlisten ??= store.notices.listen(`lines:${channel}`, () => void catchUp.run());
      return followers.follow(conversation, listener);
    },
    catchUp: catchUp.run,
    async drain() {
      stopping = true;
      catchUp.stop();
      unlisten?.();
      await runner.settle();
    },
  };
}
