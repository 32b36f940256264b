import type { DeskEvent } from '../../conversation/effect.ts';
import {
  type Executor,
  findRequest,
  forgetAttempts,
  matchSecret,
  nameRequest,
  readRequestEvents,
  readWrongAttempts,
  recordWrongAttempt,
  type StoredRequest,
} from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';

type LookUp = Pick<EffectContext, 'executor' | 'key' | 'now'>;

/** Wrong query codes allowed within the window, for one conversation and for one number. */
const ATTEMPTS_ALLOWED = 5;
const MINUTE_MS = 60_000;
const WINDOW_MS = 15 * MINUTE_MS;

export interface Claimed {
  readonly number: string;
  readonly secret: string;
}

/** Minutes until one more try is allowed, or 0. Tries while blocked are not counted, so that the wait has an end. */
async function minutesToWait({ executor, key, now }: LookUp, number: string): Promise<number> {
  const since = new Date(now.getTime() - WINDOW_MS);
  await forgetAttempts(executor, since);
  const { byConversation, onNumber } = await readWrongAttempts(executor, key, number, since);
  const waits = [byConversation, onNumber].map((attempts) => {
    const counted = attempts[ATTEMPTS_ALLOWED - 1];
    return counted === undefined ? 0 : Date.parse(counted) + WINDOW_MS - now.getTime();
  });
  return Math.ceil(Math.max(...waits) / MINUTE_MS);
}

/** Whether this is the query code of a request, or of the one a linked case was opened from: that has none of its own. */
async function opens(executor: Executor, request: StoredRequest | undefined, secret: string): Promise<boolean> {
  const number = request?.number ?? '';
  if (matchSecret(executor.sealer, number, secret, request?.secretHash)) return true;
  const [first] = request ? await readRequestEvents(executor, number) : [];
  if (first?.kind !== 'carried_over') return false;
  const from = String(first.fields.linked);
  const origin = await findRequest(executor, from);
  return matchSecret(executor.sealer, from, secret, origin?.secretHash);
}

/**
 * The request, for who knows its number and query code; else what to answer. A number that does not exist and a
 * wrong code look the same from outside.
 */
export async function openRequest(
  context: LookUp,
  claimed: Claimed,
): Promise<{ readonly request: StoredRequest } | { readonly event: DeskEvent }> {
  const { executor, key, now } = context;
  const number = claimed.number.normalize('NFKC').trim().toUpperCase();
  await executor.lock(nameRequest(number));
  const minutes = await minutesToWait(context, number);
  if (minutes > 0) return { event: { kind: 'too_many_attempts', minutes } };
  const request = await findRequest(executor, number);
  if ((await opens(executor, request, claimed.secret)) && request) return { request };
  await recordWrongAttempt(executor, key, number, now);
  return { event: { kind: 'request_not_found', number: claimed.number } };
}
