import { createHmac } from 'node:crypto';
import type { CallbackRefusal } from '../_shared/callback.ts';
import { isRecent, sameSecret } from '../_shared/check-signature.ts';

/**
 * Why a call is not the platform's; undefined when it is: https://open.dingtalk.com/document/orgapp/receive-message
 * Signed is the time (milliseconds) alone, not what is said.
 */
export function findForgery(request: Request, secret: string, now: Date): CallbackRefusal | undefined {
  const timestamp = request.headers.get('timestamp') ?? '';
  const sign = request.headers.get('sign') ?? '';
  if (timestamp === '' || sign === '') return 'unsigned';
  const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  if (!sameSecret(sign, expected)) return 'forged';
  return /^\d{13}$/u.test(timestamp) && isRecent(Number(timestamp), now) ? undefined : 'stale';
}
