import { setTimeout as delay } from 'node:timers/promises';
import type { PlatformAdapter, Reading } from '../../channel/adapter.ts';
import type { Inbound } from '../../channel/message.ts';
import { outcomeOf } from '../../conversation/outcome.ts';
import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import { noteCarried, type OwedLine, readClaim, readLines, recordProgress, type Store } from '../../store/index.ts';
import type { CountDelivery } from './count-delivery.ts';
import { partsOf, type SendOptions } from './send-line.ts';
import type { Outbox } from './send-outbox.ts';

/** Kept back from the platform's limit for writing the answer and its way through the network. */
const MARGIN_MS = 500;
/** How long the database may take to say what an earlier answer carried. */
const ASK_MS = 500;
type Delivery = Extract<Reading, { kind: 'messages' }>;

export interface AnswerOptions extends Pick<SendOptions, 'words'> {
  readonly adapter: PlatformAdapter;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly accept: (messages: readonly Inbound[]) => Promise<void>;
  readonly whenHandled: (inbound: Inbound) => Promise<void>;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly count: CountDelivery;
  readonly isDoneWithin: IsDoneWithin;
}

/** Waits for work at most so long; says whether it is done. */
export type IsDoneWithin = (work: Promise<void>, milliseconds: number) => Promise<boolean>;

export async function isDoneWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, Math.max(0, milliseconds), false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the database says at once; undefined while it is away: the platform must not be kept waiting. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const late = delay(ASK_MS, undefined, { ref: false });
  return Promise.race([work.catch(() => undefined), late]);
}

/** Answers one delivery of a platform: once its messages are on disk, whatever handling them comes to. */
export function createAnswerer(options: AnswerOptions): (request: Request) => Promise<Response> {
  const { adapter, store, outbox, accept, whenHandled, now, logger, count } = options;

  /** How far each line came with so many parts of them all on the answer. */
  function progressOf(owed: readonly OwedLine[], taken: number) {
    let left = taken;
    return owed.flatMap((line) => {
      const parts = partsOf(line, options).length;
      const done = Math.min(parts, line.partsSent + left);
      left -= done - line.partsSent;
      if (done === line.partsSent) return [];
      const { attempts, nextAt } = line;
      const waiting = { kind: 'waiting', parts: done, attempts, nextAt } as const;
      return [{ line, progress: done === parts ? ({ kind: 'delivered', parts, platformId: null } as const) : waiting }];
    });
  }

  function recordCarried(inbound: Inbound, owed: readonly OwedLine[], taken: number): Promise<void> {
    const made = progressOf(owed, taken);
    return betweenPoints('carry.record', () =>
      store.together(async (executor) => {
        for (const { line, progress } of made) await recordProgress(executor, line, progress, now());
        const carried = made.map(({ line }) => ({ seq: line.line.seq, from: line.partsSent }));
        await noteCarried(executor, inbound, carried, { outcome: outcomeOf({ kind: 'help', id: 'rest' }), now: now() });
      }),
    );
  }

  /** An answer with what is owed to the conversation; undefined when nothing is. */
  async function carryOwed(
    inbound: Inbound,
    carry: NonNullable<Delivery['carry']>,
    readOwed: () => Promise<readonly OwedLine[]>,
  ): Promise<Response | undefined> {
    const owed = await readOwed();
    const parts = owed.flatMap((line) => partsOf(line, options).slice(line.partsSent));
    if (parts.length === 0) return undefined;
    const riding = carry(parts);
    await recordCarried(inbound, owed, riding.taken);
    return riding.answer;
  }

  /** The platform asks again: the answer never reached it, or came too late. Whichever process gave it, it is given again. */
  async function carryAgain(inbound: Inbound, carry: NonNullable<Delivery['carry']>): Promise<Response | undefined> {
    const claim = await inTime(readClaim(store, inbound));
    const carried = claim?.kind === 'handled' ? (claim.result.carried ?? []) : [];
    const [first, last] = [carried[0], carried.at(-1)];
    if (!first || !last) return undefined;
    const { channel, conversation } = inbound;
    const from = new Map(carried.map((each) => [each.seq, each.from]));
    const lines = await readLines(store, inbound, { after: first.seq - 1, until: last.seq });
    const parts = lines
      .filter(({ seq }) => from.has(seq))
      .flatMap((line) => {
        const owed = { channel, conversation, line, partsSent: 0, attempts: 0, nextAt: null };
        return partsOf(owed, options).slice(from.get(line.seq));
      });
    return carry(parts).answer;
  }

  /** Waits for the reply as long as the platform does, so that it may ride on the answer. */
  async function carryReply(inbound: Inbound, delivery: Delivery, since: number): Promise<Response> {
    const { carry, answer, answerLate = answer, messages, asksForRest } = delivery;
    if (!carry) return answer;
    const within = (adapter.capabilities.replyWithin ?? 0) - MARGIN_MS;
    return outbox.withhold(inbound.conversation, within, async (readOwed) => {
      const before = await carryAgain(inbound, carry);
      if (before) return before;
      const rest = asksForRest ? await carryOwed(inbound, carry, readOwed) : undefined;
      if (rest) return rest;
      await accept(messages);
      const left = within - (performance.now() - since);
      if (!(await options.isDoneWithin(whenHandled(inbound), left))) return answerLate;
      // Nothing is owed where an earlier answer carried it, which the database may not have said in time above.
      return (await carryOwed(inbound, carry, readOwed)) ?? (await carryAgain(inbound, carry)) ?? answer;
    });
  }

  async function answerReading(reading: Reading, since: number): Promise<Response> {
    if (reading.kind === 'refused') {
      count('refused');
      logger.warn({ channel: adapter.name, why: reading.why }, 'a delivery was refused');
      return reading.answer;
    }
    const last = reading.messages.at(-1);
    if (last && reading.carry) return carryReply(last, reading, since);
    await accept(reading.messages);
    return reading.answer;
  }

  return async (request) => {
    const since = performance.now();
    if (!adapter.read) return new Response(null, { status: 404 });
    try {
      return await answerReading(await adapter.read(request), since);
    } catch (error) {
      // Neither stored nor spooled, or the desk is closing: the platform has to deliver it again.
      const code = error instanceof DeskError ? error.code : 'TURN_FAILED';
      logger.error({ channel: adapter.name, code }, 'a delivery could not be taken');
      return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    }
  };
}
