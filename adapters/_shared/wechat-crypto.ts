import { createHash, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt } from '@wecom/crypto';
import { z } from 'zod';

/** The platforms' own bound is longer; five minutes is enough for a slow line and short for a replay. */
const FRESH_FOR_MS = 5 * 60_000;

/** An EncodingAESKey as the platforms' consoles make it: 43 characters of base64, 32 bytes. */
export const aesKeySchema = z.string().regex(/^[A-Za-z0-9+/]{43}$/u);

/** What both platforms sign with: token and nonce words, and the account whose messages these are. */
export interface CallbackKey {
  readonly token: string;
  readonly aesKey: string;
  /** AppID of the Official Account or CorpID of the company, sealed into every message. */
  readonly owner: string;
}

/** Signature of a callback: SHA-1 over its parts in dictionary order, in hexadecimal. */
export function signParts(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}

/** Compares in a time that tells nothing about where two signatures differ. */
export function sameSignature(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a callback's timestamp (seconds since 1970) is within five minutes of now, either way. */
export function isFresh(timestamp: string, now: Date): boolean {
  return /^\d{10}$/u.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= FRESH_FOR_MS;
}

/** The message sealed in `Encrypt`; undefined when it does not open with this key or was sealed for another account. */
export function openSealed({ aesKey, owner }: CallbackKey, sealed: string): string | undefined {
  try {
    const { message, id } = decrypt(aesKey, sealed);
    return id === owner ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Seals a message for the platform, as base64. */
export function sealMessage({ aesKey, owner }: CallbackKey, message: string): string {
  return encrypt(aesKey, message, owner);
}
