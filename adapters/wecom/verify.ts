import {
  genuine,
  readQuery,
  refused,
  type Verified,
  verifyEnvelope,
  verifySealed,
} from '../_shared/sealed-callback.ts';
import type { CallbackKey } from '../_shared/wechat-crypto.ts';

/**
 * The word the platform wants back when the address is set up: GET with a sealed `echostr`, to be opened and given
 * back bare within one second.
 */
export function verifyAddress(request: Request, key: CallbackKey, now: Date): Verified<string> {
  const query = readQuery(request, now);
  if (query.kind === 'refused') return query;
  const word = verifySealed(query.value, query.value.echostr, key);
  if (word.kind === 'refused') return word;
  return /^[\w+/=-]+$/u.test(word.value) ? genuine(word.value) : refused('malformed');
}

/** Fields of a message that came from the platform, which seals every one. */
export async function verifyMessage(request: Request, key: CallbackKey, now: Date): Promise<Verified<unknown>> {
  const query = readQuery(request, now);
  return query.kind === 'refused' ? query : verifyEnvelope(request, query.value, key);
}
