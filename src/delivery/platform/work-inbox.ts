import type { Desk } from '../../channel/desk.ts';
import type { Inbound } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { markSetAside, type Pending, readClaim, readPending, type Store } from '../../store/index.ts';
import type { DrainableDesk } from '../create-desk.ts';
import { backOff } from './back-off.ts';
import type { Step } from './loop.ts';

/** Messages read at once. */
const BATCH = 50;

/** A desk; one that can handle messages together has them stored with one commit. */
export type PlatformDesk = Pick<Desk, 'receive'> & Partial<Pick<DrainableDesk, 'receiveTogether'>>;

export interface InboxWorkOptions {
  readonly store: Store;
  readonly desk: PlatformDesk;
  readonly channel: string;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Called when a message has been handled, and there may be lines to send, or has failed. */
  readonly onHandled: (how: 'handled' | 'failed') => void;
}

export interface InboxWork {
  readonly step: Step;
  /** Resolves once the message has been handled, now or before. */
  readonly whenHandled: (inbound: Inbound) => Promise<void>;
}

function nameOf({ conversation, id }: Omit<Inbound, 'body'>): string {
  return JSON.stringify([conversation, id]);
}

/**
 * Handles kept messages in the order they came. One that fails rests, and its conversation with it, while the others
 * go on; the desk itself sets it aside when it has failed too often.
 */
export function createInboxWork({ store, desk, channel, now, logger, onHandled }: InboxWorkOptions): InboxWork {
  /** Conversations that rest, until when, in milliseconds. */
  const resting = new Map<string, number>();
  const waiting = new Map<string, PromiseWithResolvers<void>>();

  function tell(key: Omit<Inbound, 'body'>): void {
    waiting.get(nameOf(key))?.resolve();
    waiting.delete(nameOf(key));
  }

  function dropRested(): void {
    for (const [conversation, until] of resting) if (until <= now().getTime()) resting.delete(conversation);
  }

  /** Damaged in storage: nobody can answer it, but it must not hold up those behind it. */
  async function giveUp(key: Omit<Inbound, 'body'>): Promise<void> {
    logger.error({ channel }, 'a kept message does not open and is set aside');
    await store.transaction((executor) => markSetAside(executor, key, now()));
  }

  async function handle({ key, body, failures }: Pending): Promise<void> {
    if (resting.has(key.conversation)) return;
    if (body === null) return giveUp(key);
    try {
      await desk.receive({ ...key, body });
    } catch (error) {
      if (error instanceof DeskError && error.code === 'STOPPING') throw error;
      resting.set(key.conversation, now().getTime() + backOff(failures + 1));
      onHandled('failed');
      return;
    }
    tell(key);
    onHandled('handled');
  }

  /** Handles what can be handled together, from the front; returns the rest. */
  async function handleTogether(batch: readonly Pending[]): Promise<readonly Pending[]> {
    const inbounds = batch.flatMap(({ key, body }) => (body === null ? [] : [{ ...key, body }]));
    if (!desk.receiveTogether || inbounds.length < batch.length) return batch;
    let done = 0;
    while (done < batch.length) {
      const more = await desk.receiveTogether(inbounds.slice(done));
      if (more === 0) break;
      for (const inbound of inbounds.slice(done, done + more)) {
        tell(inbound);
        onHandled('handled');
      }
      done += more;
    }
    return batch.slice(done);
  }

  async function step(): Promise<Date | null> {
    dropRested();
    for (;;) {
      const batch = await readPending(store, channel, [...resting.keys()], BATCH);
      if (batch.length === 0) break;
      for (const pending of await handleTogether(batch)) await handle(pending);
    }
    return resting.size === 0 ? null : new Date(Math.min(...resting.values()));
  }

  return {
    step,
    async whenHandled(inbound) {
      const known = waiting.get(nameOf(inbound)) ?? Promise.withResolvers<void>();
      waiting.set(nameOf(inbound), known);
      const claim = await readClaim(store, inbound);
      if (claim.kind === 'handled') tell(inbound);
      return known.promise;
    },
  };
}
