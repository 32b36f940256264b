import type { RandomBytes } from '../../store/index.ts';
import { makeSecret } from '../../store/index.ts';

const DAY_MS = 86_400_000;
/** Days a one-time password may wait for its first use. */
const GOOD_FOR_DAYS = 3;

/** Three groups of eight characters nobody confuses: read from a terminal, typed once. */
export function makeOneTimePassword(random: RandomBytes): string {
  return Array.from({ length: 3 }, () => makeSecret(random)).join('-');
}

/** Until when a one-time password made now is taken. */
export function oneTimeUntil(now: Date): string {
  return new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS).toISOString();
}
