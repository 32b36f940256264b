import type { Desk } from '../../channel/desk.ts';
import type { Inbound } from '../../channel/message.ts';
import { DeskError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { type HeldConversation, markSetAside, type Pending, readPending, type Store } from '../../store/index.ts';
import type { DrainableDesk, Fence } from '../create-desk.ts';
import { backOff } from './back-off.ts';
import type { ConversationHolder } from './hold-conversations.ts';
import type { Step } from './loop.ts';

/** Messages looked at for conversations to take. */
const LOOKED_AT = 200;
/** Messages read at once. */
const BATCH = 100;
/** Messages of one conversation in a row while others wait; while nobody else does, those held share a whole batch. */
const IN_A_ROW = 10;
/** Nor more of one than this even then: whoever comes meanwhile waits for all of them. */
const MOST_IN_A_ROW = 25;
/** People write so many messages at once; who is heard whole with no more is company. */
const AT_PEOPLES_PACE = 3;
/** Milliseconds after company was heard, by this process or another, in which those who write and write are heard at a pace… */
const IN_COMPANY_MS = 2000;
/** … of so many messages each, so often: two a second, faster than anybody reads. */
const PACED = { messages: 1, everyMs: 500 };

/** A desk; one that can handle messages together has them stored with one commit. */
export interface PlatformDesk extends Partial<Pick<DrainableDesk, 'receiveTogether'>> {
  readonly receive: (inbound: Inbound, fence?: Fence) => ReturnType<Desk['receive']>;
}

export interface InboxWorkOptions {
  readonly store: Store;
  readonly desk: PlatformDesk;
  readonly channel: string;
  /** The conversations this process hears. */
  readonly holder: ConversationHolder;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Whether no further messages are begun: what is kept is handled by whoever comes next. */
  readonly isLeaving: () => boolean;
  /** Called when a message has been handled, and there may be lines to send, or has failed. */
  readonly onHandled: (how: 'handled' | 'failed', key: Omit<Inbound, 'body'>) => void;
}

/** Messages of one conversation a round takes. */
type Share = 'turn' | 'batch' | 'paced';

interface Round {
  readonly held: ReadonlyMap<string, HeldConversation>;
  readonly batch: readonly Pending[];
  /** Conversations of which more waits than their turn takes. */
  readonly more: readonly string[];
  /** Conversations that turned out to be another's by now. */
  readonly lost: Set<string>;
}

/** Held, with more than a turn's worth: all the others go first. */
type Waiting = ReadonlyMap<string, HeldConversation>;

/**
 * Handles kept messages, conversation by conversation in the order they came: takes conversations nobody else looks
 * after, a few messages of each, and gives them back with the last. Of who writes and writes the rest waits until nobody
 * else does, and is heard at a pace while others keep coming, so that they find the desk free. One that fails rests, and
 * its conversation with it, while the others go on; the desk itself sets it aside when it has failed too often.
 */
export function createInboxWork(options: InboxWorkOptions): Step {
  const { store, desk, channel, holder, now, logger, isLeaving, onHandled } = options;
  /** Conversations that rest, until when, in milliseconds. */
  const resting = new Map<string, number>();
  let waiting: Waiting = new Map();
  let companyUntil = Number.NEGATIVE_INFINITY;
  let pacedUntil = Number.NEGATIVE_INFINITY;

  function dropRested(): void {
    for (const [conversation, until] of resting) if (until <= now().getTime()) resting.delete(conversation);
  }

  function shareOf(share: Share, among: number): number {
    if (share === 'paced') return PACED.messages;
    if (share === 'turn') return IN_A_ROW;
    return Math.min(MOST_IN_A_ROW, Math.max(IN_A_ROW, Math.floor(BATCH / among)));
  }

  async function readRound(held: ReadonlyMap<string, HeldConversation>, share: Share): Promise<Round> {
    const inARow = shareOf(share, held.size);
    const most = share === 'turn' ? BATCH : Math.min(BATCH, held.size * (inARow + 1));
    const found = held.size === 0 ? [] : await readPending(store, channel, [...held.keys()], most);
    const counts = new Map<string, number>();
    const batch = found.filter(({ key: { conversation } }) => {
      const count = (counts.get(conversation) ?? 0) + 1;
      counts.set(conversation, count);
      return count <= inARow;
    });
    // Of those that wrote much a full batch has left some behind.
    const leftSome = share !== 'turn' && found.length === most;
    const more = [...counts].filter(([, count]) => leftSome || count > inARow).map(([name]) => name);
    const isCompany = share === 'turn' && [...counts.values()].some((count) => count <= AT_PEOPLES_PACE);
    if (isCompany) companyUntil = now().getTime() + IN_COMPANY_MS;
    return { held, batch, more, lost: new Set() };
  }

  /** The last message of a conversation gives it back in the transaction that handles it; one with more is kept. */
  function createFence({ held, batch, more }: Round): Fence {
    const last = new Map(batch.map(({ key }) => [key.conversation as string, key.id as string]));
    for (const conversation of more) last.delete(conversation);
    return async (executor, { conversation, id }) => {
      const lease = held.get(conversation);
      if (lease) await holder.fence(executor, lease, last.get(conversation) === id ? now() : null);
    };
  }

  /** Damaged in storage: nobody can answer it, but it must not hold up those behind it. */
  async function giveUp(key: Omit<Inbound, 'body'>, fence: Fence): Promise<void> {
    logger.error({ channel }, 'a kept message does not open and is set aside');
    await store.transaction(async (executor) => {
      await fence(executor, key);
      await markSetAside(executor, key, now());
    });
  }

  /** Rests with its conversation, which other processes leave alone as long. */
  async function rest({ conversation }: Omit<Inbound, 'body'>, failures: number, round: Round): Promise<void> {
    const until = new Date(now().getTime() + backOff(failures + 1));
    resting.set(conversation, until.getTime());
    const lease = round.held.get(conversation);
    if (lease) await store.transaction((executor) => holder.giveBack(executor, lease, until)).catch(() => false);
  }

  async function handle({ key, body, failures }: Pending, round: Round, fence: Fence): Promise<void> {
    if (resting.has(key.conversation)) return;
    if (body === null) return giveUp(key, fence);
    try {
      await desk.receive({ ...key, body }, fence);
    } catch (error) {
      if (error instanceof DeskError && error.code === 'STOPPING') throw error;
      // Somebody else goes on with it.
      if (error instanceof DeskError && error.code === 'LEASE_LOST') return void round.lost.add(key.conversation);
      await rest(key, failures, round);
      onHandled('failed', key);
      return;
    }
    onHandled('handled', key);
  }

  /** Handles what can be handled together, from the front; returns the rest. */
  async function handleTogether({ batch }: Round, fence: Fence): Promise<readonly Pending[]> {
    const inbounds = batch.flatMap(({ key, body }) => (body === null ? [] : [{ ...key, body }]));
    if (!desk.receiveTogether || inbounds.length < batch.length) return batch;
    let done = 0;
    while (done < batch.length && (await holder.stayAlive())) {
      const more = await desk.receiveTogether(inbounds.slice(done), fence);
      if (more === 0) break;
      for (const inbound of inbounds.slice(done, done + more)) onHandled('handled', inbound);
      done += more;
    }
    return batch.slice(done);
  }

  /** Taken without a message: another process has handled it in between, or there was too much at once. */
  async function giveRestBack({ held, batch }: Round): Promise<void> {
    const given = new Set(batch.map(({ key }) => key.conversation as string));
    const rest = [...held.values()].filter(({ conversation }) => !given.has(conversation));
    if (rest.length === 0) return;
    await store.together(async (executor) => {
      for (const lease of rest) await holder.giveBack(executor, lease, now());
    });
  }

  /** The next round: of those who wait anew, else of those who write and write. Undefined: nothing is to be done now. */
  async function begin(): Promise<Round | undefined> {
    dropRested();
    // Lost meanwhile: they are taken again, by whoever comes first.
    if (!(await holder.stayAlive())) waiting = new Map();
    const others = await holder.takePending({ without: [...resting.keys(), ...waiting.keys()], most: LOOKED_AT });
    if (others.length > 0) return readRound(new Map(others.map((each) => [each.conversation, each])), 'turn');
    const at = now().getTime();
    // A clock that was put back makes nobody wait longer.
    pacedUntil = Math.min(pacedUntil, at + PACED.everyMs);
    companyUntil = Math.min(companyUntil, at + IN_COMPANY_MS);
    if (waiting.size === 0 || at < pacedUntil) return undefined;
    // Where others answer everybody else, this process would otherwise take itself to be alone with who writes and writes.
    const isPaced = at < companyUntil || (await holder.wereOthersHeard(new Date(at - IN_COMPANY_MS)));
    if (isPaced) pacedUntil = at + PACED.everyMs;
    return readRound(waiting, isPaced ? 'paced' : 'batch');
  }

  function keepWaiting({ held, more, lost }: Round): void {
    const stay = [...held].filter(([name]) => more.includes(name) && !resting.has(name) && !lost.has(name));
    const others = [...waiting].filter(([name]) => !held.has(name));
    waiting = new Map([...others, ...stay]);
  }

  return async () => {
    while (!isLeaving()) {
      const round = await begin();
      if (!round) break;
      const fence = createFence(round);
      for (const pending of await handleTogether(round, fence)) {
        if (!(await holder.stayAlive())) break;
        await handle(pending, round, fence);
      }
      await giveRestBack(round);
      keepWaiting(round);
    }
    const times = [...resting.values(), ...(waiting.size > 0 ? [Math.max(pacedUntil, now().getTime())] : [])];
    return times.length === 0 ? null : new Date(Math.min(...times));
  };
}
