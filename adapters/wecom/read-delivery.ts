import type { Reading } from '../../src/channel/adapter.ts';
import { answerCallback, refuseCallback } from '../_shared/callback.ts';
import type { CallbackKey } from '../_shared/wechat-crypto.ts';
import { readInbound, type WecomApplication } from './inbound.ts';
import { payloadSchema } from './schema.ts';
import { verifyAddress, verifyMessage } from './verify.ts';

export interface DeliveryReader {
  readonly application: WecomApplication;
  readonly key: CallbackKey;
  readonly now: () => Date;
}

/** Reads one call of the platform: the check of the address (GET) or a message (POST). Replies are sent apart. */
export async function readDelivery({ application, key, now }: DeliveryReader, request: Request): Promise<Reading> {
  if (request.method === 'GET') {
    const word = verifyAddress(request, key, now());
    return word.kind === 'refused'
      ? refuseCallback(word.why)
      : { kind: 'messages', messages: [], answer: answerCallback(word.value) };
  }
  if (request.method !== 'POST') return refuseCallback('method');
  const fields = await verifyMessage(request, key, now());
  if (fields.kind === 'refused') return refuseCallback(fields.why);
  const payload = payloadSchema.safeParse(fields.value);
  if (!payload.success) return refuseCallback('malformed');
  // An empty answer says "received".
  return { kind: 'messages', messages: readInbound(payload.data, application), answer: answerCallback('') };
}
