import { randomBytes } from 'node:crypto';
import type { Reading } from '../../src/channel/adapter.ts';
import { answerCallback, refuseCallback } from '../_shared/callback.ts';
import { sealMessage, signParts } from '../_shared/wechat-crypto.ts';
import { writeXml } from '../_shared/wechat-xml.ts';
import { readInbound } from './inbound.ts';
import { joinParts, type ReplyAddress, renderReply } from './render.ts';
import { type Payload, payloadSchema } from './schema.ts';
import { verifyAddress, verifyMessage, type WechatSecrets } from './verify.ts';

/** Said below or instead of a reply where only the person's next message can bring the rest. */
export interface HoldWords {
  readonly more: string;
  readonly wait: string;
}

export interface DeliveryReader {
  readonly secrets: WechatSecrets;
  /** Null where what does not ride on the answer is sent apart. */
  readonly words: HoldWords | null;
  readonly now: () => Date;
}

/** What the person is asked to reply to get the rest. */
const CONTINUE = '继续';

/** What the platform takes as "received, nothing to say". */
const RECEIVED = 'success';

/** Seals a reply as its delivery was sealed, with a signature of our own. */
function writeReply({ secrets: { token, aesKey, owner } }: DeliveryReader, text: string, to: ReplyAddress): Response {
  const plain = renderReply(text, to);
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  if (aesKey === undefined) return new Response(plain, { headers });
  const sealed = sealMessage({ token, aesKey, owner }, plain);
  const timestamp = Math.floor(to.now.getTime() / 1000);
  const nonce = randomBytes(8).toString('hex');
  return new Response(
    writeXml({
      Encrypt: sealed,
      MsgSignature: signParts(token, String(timestamp), nonce, sealed),
      TimeStamp: timestamp,
      Nonce: nonce,
    }),
    { headers },
  );
}

function readGenuine(reader: DeliveryReader, payload: Payload): Reading {
  const { secrets, words, now } = reader;
  const messages = readInbound(payload, secrets.owner);
  const answer = answerCallback(RECEIVED);
  if (messages.length === 0) return { kind: 'messages', messages, answer };
  const to = { openId: payload.FromUserName, account: payload.ToUserName, now: now() };
  return {
    kind: 'messages',
    messages,
    answer,
    carry: (parts) => {
      const { text, taken } = joinParts(parts, words?.more ?? null);
      return { answer: taken === 0 ? answer : writeReply(reader, text, to), taken };
    },
    ...(words ? { answerLate: writeReply(reader, words.wait, to) } : {}),
    asksForRest: 'Content' in payload && payload.Content.trim() === CONTINUE,
  };
}

/** Reads one call of the platform: the check of the address (GET) or a message (POST). */
export async function readDelivery(reader: DeliveryReader, request: Request): Promise<Reading> {
  const { secrets, now } = reader;
  if (request.method === 'GET') {
    const word = verifyAddress(request, secrets, now());
    return word.kind === 'refused'
      ? refuseCallback(word.why)
      : { kind: 'messages', messages: [], answer: answerCallback(word.value) };
  }
  if (request.method !== 'POST') return refuseCallback('method');
  const fields = await verifyMessage(request, secrets, now());
  if (fields.kind === 'refused') return refuseCallback(fields.why);
  const payload = payloadSchema.safeParse(fields.value);
  return payload.success ? readGenuine(reader, payload.data) : refuseCallback('malformed');
}
