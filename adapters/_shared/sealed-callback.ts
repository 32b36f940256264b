import { z } from 'zod';
import { type CallbackRefusal, readDocument } from './callback.ts';
import { type CallbackKey, isFresh, openSealed, sameSignature, signParts } from './wechat-crypto.ts';
import { readXml, readXmlText, type XmlReading } from './wechat-xml.ts';

/** Query of every callback of both platforms; each signs with its own of the signatures. */
const querySchema = z.object({
  signature: z.string().max(64).default(''),
  msg_signature: z.string().max(64).default(''),
  timestamp: z.string().max(20).default(''),
  nonce: z.string().max(64).default(''),
  encrypt_type: z.string().max(20).default(''),
  echostr: z.string().max(1000).default(''),
});
export type CallbackQuery = z.infer<typeof querySchema>;

/** A body that is sealed, with the account's id beside it. */
const envelopeSchema = z.object({ Encrypt: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/u) });

export type Verified<Value> =
  | { readonly kind: 'genuine'; readonly value: Value }
  | { readonly kind: 'refused'; readonly why: CallbackRefusal };

export const refused = (why: CallbackRefusal) => ({ kind: 'refused', why }) as const;
export const genuine = <Value>(value: Value) => ({ kind: 'genuine', value }) as const;

/** The signed words of a callback made within the last five minutes. The signature is still to be checked. */
export function readQuery(request: Request, now: Date): Verified<CallbackQuery> {
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refused('malformed');
  if (query.data.signature === '' && query.data.msg_signature === '') return refused('unsigned');
  return isFresh(query.data.timestamp, now) ? genuine(query.data) : refused('stale');
}

/** What is wrong with a document stays here; the platform is told no more than this. */
export function toVerified(reading: XmlReading): Verified<unknown> {
  if (reading.kind === 'read') return genuine(reading.fields);
  return refused(reading.why === 'too_large' ? 'too_large' : 'malformed');
}

/** Opens what was sealed, once its signature is found to be right. */
export function verifySealed(query: CallbackQuery, sealed: string, key: CallbackKey): Verified<string> {
  const expected = signParts(key.token, query.timestamp, query.nonce, sealed);
  if (!sameSignature(query.msg_signature, expected)) return refused('forged');
  const message = openSealed(key, sealed);
  return message === undefined ? refused('sealed_for_another') : genuine(message);
}

/** Fields of a sealed message that came from the platform. */
export async function verifyEnvelope(
  request: Request,
  query: CallbackQuery,
  key: CallbackKey,
): Promise<Verified<unknown>> {
  const outer = toVerified(await readDocument(request, readXml));
  if (outer.kind === 'refused') return outer;
  const envelope = envelopeSchema.safeParse(outer.value);
  if (!envelope.success) return refused('malformed');
  const message = verifySealed(query, envelope.data.Encrypt, key);
  return message.kind === 'genuine' ? toVerified(readXmlText(message.value)) : message;
}
