import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CallbackRefusal } from '../_shared/callback.ts';

/** The platform asks to refuse what is older (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const FRESH_FOR_MS = 5 * 60_000;

export interface SignedHeaders {
  readonly signature: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
}

/** The signature's words, when they could be right: complete and made within five minutes, either way. */
export function readSignature(request: Request, now: Date): SignedHeaders | CallbackRefusal {
  const signature = request.headers.get('x-slack-signature') ?? '';
  const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
  if (signature === '' || timestamp === '') return 'unsigned';
  if (!/^v0=[0-9a-f]{64}$/u.test(signature)) return 'forged';
  const isFresh = /^\d{10}$/u.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= FRESH_FOR_MS;
  return isFresh ? { signature, timestamp } : 'stale';
}

/** Whether the body, exactly as it came, was signed with the app's secret. */
export function isSigned(body: string, { signature, timestamp }: SignedHeaders, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest();
  return timingSafeEqual(expected, Buffer.from(signature.slice(3), 'hex'));
}
