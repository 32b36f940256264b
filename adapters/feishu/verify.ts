import { createDecipheriv, createHash } from 'node:crypto';
import type { CallbackRefusal } from '../_shared/callback.ts';
import { isRecent, sameSecret } from '../_shared/check-signature.ts';
import { parseJson } from '../_shared/json-body.ts';
import { challengeSchema } from './schema.ts';

/** Secrets of one application's events and callbacks. */
export interface FeishuSecrets {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string | undefined;
}

const sha256 = (text: string) => createHash('sha256').update(text);

/**
 * Why a delivery is not the platform's; undefined when it is. Signed are time, nonce, key and the raw body:
 * https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function findForgery(request: Request, body: string, key: string, now: Date): CallbackRefusal | undefined {
  const signature = request.headers.get('x-lark-signature') ?? '';
  const timestamp = request.headers.get('x-lark-request-timestamp') ?? '';
  const nonce = request.headers.get('x-lark-request-nonce') ?? '';
  if (signature === '' || timestamp === '') return 'unsigned';
  if (!sameSecret(signature, sha256(timestamp + nonce + key + body).digest('hex'))) return 'forged';
  return /^\d{10}$/u.test(timestamp) && isRecent(Number(timestamp) * 1000, now) ? undefined : 'stale';
}

/** The text sealed with the key (AES-256-CBC, the first block its IV); undefined when it does not open. */
export function openSealed(key: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', sha256(key).digest(), bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Whether what was sealed carries the application's token, where one is set. */
export function hasToken(given: string, { verificationToken }: FeishuSecrets): boolean {
  return verificationToken === undefined || sameSecret(given, verificationToken);
}

/** The word the platform wants back when the address is set up; undefined for anything else. */
export function readChallenge(opened: string, secrets: FeishuSecrets): string | undefined {
  const asked = challengeSchema.safeParse(parseJson(opened));
  return asked.success && hasToken(asked.data.token, secrets) ? asked.data.challenge : undefined;
}
