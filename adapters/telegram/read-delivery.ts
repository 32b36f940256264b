import type { Reading } from '../../src/channel/adapter.ts';
import { refuseCallback } from '../_shared/callback.ts';
import { parseJson, readTextBody } from '../_shared/json-body.ts';
import { readUpdate, type UpdateReader } from './read-update.ts';
import { findForgery } from './verify.ts';

export interface DeliveryReader extends UpdateReader {
  readonly secret: string | undefined;
}

/**
 * A call the platform finds in our answer and carries out itself: the button stops turning without a call of ours.
 * https://core.telegram.org/bots/api#making-requests-when-getting-updates
 */
function answerUpdate(callbackId: string | null): Response {
  return callbackId === null
    ? new Response(null, { status: 200 })
    : Response.json({ method: 'answerCallbackQuery', callback_query_id: callbackId });
}

/** Reads one call of the webhook. */
export async function readDelivery(reader: DeliveryReader, request: Request): Promise<Reading> {
  if (request.method !== 'POST') return refuseCallback('method');
  const forgery = findForgery(request, reader.secret);
  if (forgery) return refuseCallback(forgery);
  const body = await readTextBody(request);
  if (body.kind === 'refused') return refuseCallback(body.why);
  const update = await readUpdate(reader, parseJson(body.text));
  if (update.kind === 'malformed') return refuseCallback('malformed');
  return { kind: 'messages', messages: update.messages, answer: answerUpdate(update.callbackId) };
}
