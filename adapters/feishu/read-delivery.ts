import type { Reading } from '../../src/channel/adapter.ts';
import type { Inbound } from '../../src/channel/message.ts';
import { refuseCallback } from '../_shared/callback.ts';
import { parseJson, readTextBody } from '../_shared/json-body.ts';
import { readInbound } from './inbound.ts';
import { deliverySchema, envelopeSchema, oldDeliverySchema } from './schema.ts';
import { type FeishuSecrets, findForgery, hasToken, openSealed, readChallenge } from './verify.ts';

export interface DeliveryReader {
  readonly secrets: FeishuSecrets;
  /** Open id of the bot itself, once it is known. */
  readonly botId: () => string | undefined;
  readonly now: () => Date;
}

/** An answer holds nothing to carry out: a card stays as it is, an event is received. */
function accept(messages: readonly Inbound[], answer: Readonly<Record<string, string>> = {}): Reading {
  return { kind: 'messages', messages, answer: Response.json(answer) };
}

function readOpened({ secrets, botId }: DeliveryReader, opened: string): Reading {
  const challenge = readChallenge(opened, secrets);
  if (challenge !== undefined) return accept([], { challenge });
  const event = parseJson(opened);
  const old = oldDeliverySchema.safeParse(event);
  if (old.success) return hasToken(old.data.token, secrets) ? accept([]) : refuseCallback('forged');
  const delivery = deliverySchema.safeParse(event);
  if (!delivery.success) return refuseCallback('malformed');
  const { header } = delivery.data;
  if (!hasToken(header.token, secrets)) return refuseCallback('forged');
  if (header.app_id !== secrets.appId) return refuseCallback('sealed_for_another');
  const messages = readInbound(delivery.data, { appId: secrets.appId, botId: botId() });
  return messages === undefined ? refuseCallback('malformed') : accept(messages);
}

/** Reads one call of the platform. Replies are sent apart. */
export async function readDelivery(reader: DeliveryReader, request: Request): Promise<Reading> {
  if (request.method !== 'POST') return refuseCallback('method');
  const body = await readTextBody(request);
  if (body.kind === 'refused') return refuseCallback(body.why);
  const { encryptKey } = reader.secrets;
  const forgery = findForgery(request, body.text, encryptKey, reader.now());
  if (forgery !== undefined && forgery !== 'unsigned') return refuseCallback(forgery);
  const envelope = envelopeSchema.safeParse(parseJson(body.text));
  const opened = envelope.success ? openSealed(encryptKey, envelope.data.encrypt) : undefined;
  if (forgery === 'unsigned') {
    // The platform does not sign its check of the address. Everything else gets one and the same answer, so that
    // nobody learns from it how a changed seal opened.
    const challenge = opened === undefined ? undefined : readChallenge(opened, reader.secrets);
    return challenge === undefined ? refuseCallback('unsigned') : accept([], { challenge });
  }
  if (!envelope.success) return refuseCallback('plaintext');
  return opened === undefined ? refuseCallback('sealed_for_another') : readOpened(reader, opened);
}
