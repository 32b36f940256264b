import type { Reading } from '../../src/channel/adapter.ts';
import { refuseCallback } from '../_shared/callback.ts';
import { parseJson, readTextBody } from '../_shared/json-body.ts';
import { readInbound } from './inbound.ts';
import { payloadSchema } from './schema.ts';
import type { Sessions } from './sessions.ts';
import { findForgery } from './verify.ts';

export interface DeliveryReader {
  readonly robotCode: string;
  readonly secret: string;
  readonly sessions: Sessions;
  readonly now: () => Date;
}

/** Reads one call of the platform, and keeps the address the conversation can be answered at. */
export async function readDelivery(reader: DeliveryReader, request: Request): Promise<Reading> {
  if (request.method !== 'POST') return refuseCallback('method');
  const forgery = findForgery(request, reader.secret, reader.now());
  if (forgery) return refuseCallback(forgery);
  const body = await readTextBody(request);
  if (body.kind === 'refused') return refuseCallback(body.why);
  const payload = payloadSchema.safeParse(parseJson(body.text));
  if (!payload.success) return refuseCallback('malformed');
  const messages = readInbound(payload.data, reader.robotCode);
  const { sessionWebhook: address, sessionWebhookExpiredTime: endsAt } = payload.data;
  const [first] = messages;
  if (first && address !== undefined) reader.sessions.keep(first.conversation, { address, endsAt });
  return { kind: 'messages', messages, answer: Response.json({}) };
}
