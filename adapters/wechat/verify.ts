import { readDocument } from '../_shared/callback.ts';
import {
  type CallbackQuery,
  genuine,
  readQuery,
  refused,
  toVerified,
  type Verified,
  verifyEnvelope,
} from '../_shared/sealed-callback.ts';
import { type CallbackKey, sameSignature, signParts } from '../_shared/wechat-crypto.ts';
import { readXml } from '../_shared/wechat-xml.ts';

/** Secrets of one account's callbacks. Without `aesKey` the account is in plain mode. */
export interface WechatSecrets extends Pick<CallbackKey, 'token' | 'owner'> {
  readonly aesKey: string | undefined;
}

function isSigned({ signature, timestamp, nonce }: CallbackQuery, token: string): boolean {
  return sameSignature(signature, signParts(token, timestamp, nonce));
}

/** The word the platform wants back when the address is set up: GET with `echostr`, signed in both modes alike. */
export function verifyAddress(request: Request, { token }: WechatSecrets, now: Date): Verified<string> {
  const query = readQuery(request, now);
  if (query.kind === 'refused') return query;
  if (!isSigned(query.value, token)) return refused('forged');
  return /^[\w+/=-]+$/u.test(query.value.echostr) ? genuine(query.value.echostr) : refused('malformed');
}

/**
 * Fields of a message that came from the platform. In plain mode the signature covers the time alone and is checked
 * before the body is read; in safe mode it covers the sealed message, and whoever sends a plain one does not know the key.
 */
export async function verifyMessage(request: Request, secrets: WechatSecrets, now: Date): Promise<Verified<unknown>> {
  const query = readQuery(request, now);
  if (query.kind === 'refused') return query;
  const { aesKey, token, owner } = secrets;
  const sealed = query.value.encrypt_type === 'aes';
  if (aesKey !== undefined) {
    return sealed ? verifyEnvelope(request, query.value, { token, owner, aesKey }) : refused('plaintext');
  }
  if (!isSigned(query.value, token)) return refused('forged');
  return sealed ? refused('sealed_for_another') : toVerified(await readDocument(request, readXml));
}
