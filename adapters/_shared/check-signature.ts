import { createHash, timingSafeEqual } from 'node:crypto';

/** Platforms allow an hour; five minutes are enough for a slow line and short for a replay. */
const FRESH_FOR_MS = 5 * 60_000;
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing about where two words differ, nor of how long the right one is. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Whether something was signed within five minutes of now, either way. @param at milliseconds since 1970 */
export function isRecent(at: number, now: Date): boolean {
  return Math.abs(now.getTime() - at) <= FRESH_FOR_MS;
}
