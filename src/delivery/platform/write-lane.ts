import type { Inbound } from '../../channel/message.ts';

/** Messages on their way to the disk, batch after batch, in the order they were added. */
export interface WriteLane {
  /** Adds messages to the batch that is written next. Resolves when it is on disk. */
  readonly add: (messages: readonly Inbound[]) => Promise<void>;
  /** Has what waits written, once what is being written is done. */
  readonly press: () => void;
  /** How many messages wait to be written. */
  readonly waiting: () => number;
  /** Resolves when everything added so far is on disk, or could not be brought there. */
  readonly settled: () => Promise<void>;
  /** Whether something of a conversation is not on disk yet. */
  readonly holds: (conversation: string) => boolean;
}

interface Batch {
  readonly messages: Inbound[];
  readonly done: PromiseWithResolvers<void>;
}

/**
 * `write` closes a batch by taking it, as late as it can: whatever comes until then goes with it. Taken again, when a
 * first attempt failed, it is the same.
 */
export function createWriteLane(write: (take: () => readonly Inbound[]) => Promise<void>): WriteLane {
  let next: Batch | undefined;
  let newest: Promise<void> = Promise.resolve();
  let isPressed = false;
  let busy = false;
  const unwritten = new Map<string, number>();

  function count(messages: readonly Inbound[], by: 1 | -1): void {
    for (const { conversation } of messages) {
      const many = (unwritten.get(conversation) ?? 0) + by;
      if (many > 0) unwritten.set(conversation, many);
      else unwritten.delete(conversation);
    }
  }

  async function writeNext(batch: Batch): Promise<void> {
    const take = () => {
      if (next === batch) {
        next = undefined;
        isPressed = false;
      }
      return batch.messages;
    };
    try {
      await write(take);
      batch.done.resolve();
    } catch (error) {
      batch.done.reject(error);
    }
    count(take(), -1);
  }

  async function writeAll(): Promise<void> {
    if (busy) return;
    busy = true;
    while (next && isPressed) await writeNext(next);
    busy = false;
  }

  return {
    add(messages) {
      next ??= { messages: [], done: Promise.withResolvers<void>() };
      next.messages.push(...messages);
      count(messages, 1);
      newest = next.done.promise;
      return newest;
    },
    press() {
      isPressed = true;
      void writeAll();
    },
    settled: () => newest.catch(() => undefined),
    waiting: () => next?.messages.length ?? 0,
    holds: (conversation) => unwritten.has(conversation),
  };
}
