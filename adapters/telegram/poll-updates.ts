import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import type { Inbound } from '../../src/channel/message.ts';
import type { ApiAnswer, TelegramApi } from './api.ts';
import { readUpdate, type UpdateReader } from './read-update.ts';
import { ALLOWED_UPDATES } from './schema.ts';

/** Seconds the platform holds a call open while there is nothing new. */
const HOLD_SECONDS = 50;
/** Rest after a failure, so that a platform that is down is not called in a circle. */
const REST_MS = 3000;

const batchSchema = z.array(z.looseObject({ update_id: z.number().int() }));
type Batch = z.infer<typeof batchSchema>;

export interface Polling extends UpdateReader {
  readonly api: TelegramApi;
  readonly deliver: (messages: readonly Inbound[]) => Promise<void>;
  readonly log: PlatformServices['log'];
  readonly signal: AbortSignal;
  /** Milliseconds to rest after a failure. Default: 3,000. */
  readonly rest?: number;
}

/** Hands a batch over. Buttons stop turning once their taps are stored, not before. */
async function takeBatch(polling: Polling, batch: Batch): Promise<void> {
  const readings = await Promise.all(batch.map((update) => readUpdate(polling, update)));
  const messages = readings.flatMap((reading) => (reading.kind === 'read' ? reading.messages : []));
  if (readings.some(({ kind }) => kind === 'malformed')) polling.log('telegram_update_not_read');
  if (messages.length > 0) await polling.deliver(messages);
  const taps = readings.flatMap((reading) =>
    reading.kind === 'read' && reading.callbackId ? [reading.callbackId] : [],
  );
  await Promise.all(taps.map((id) => polling.api.call('answerCallbackQuery', { callback_query_id: id })));
}

function describeTrouble(answer: Exclude<ApiAnswer, { kind: 'done' }>): string {
  return answer.kind === 'refused' ? String(answer.refusal.error_code) : answer.why;
}

/**
 * Asks for updates until stopped. The offset moves only when a batch is stored: what was not is sent again, as the
 * platform keeps updates for 24 hours (https://core.telegram.org/bots/api#getupdates).
 */
export async function pollUpdates(polling: Polling): Promise<void> {
  const { api, log, signal, rest = REST_MS } = polling;
  const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal }).catch(() => {});
  let offset = 0;
  while (!signal.aborted) {
    const held = AbortSignal.any([signal, AbortSignal.timeout((HOLD_SECONDS + 10) * 1000)]);
    const question = { offset, timeout: HOLD_SECONDS, allowed_updates: ALLOWED_UPDATES };
    const answer = await api.call('getUpdates', question, held);
    if (signal.aborted) return;
    const batch = answer.kind === 'done' ? batchSchema.safeParse(answer.result).data : undefined;
    if (answer.kind !== 'done' || !batch) {
      log('telegram_not_polled', { why: answer.kind === 'done' ? 'unknown shape' : describeTrouble(answer) });
      const seconds = answer.kind === 'refused' ? (answer.refusal.parameters.retry_after ?? 0) : 0;
      await pause(Math.max(seconds * 1000, rest));
      continue;
    }
    try {
      await takeBatch(polling, batch);
      offset = (batch.at(-1)?.update_id ?? offset - 1) + 1;
    } catch {
      log('telegram_updates_not_stored');
      await pause(rest);
    }
  }
}
