import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds a code may be early or late: one step, for clocks that go wrong. */
const TOLERANCE = 30;
const PERIOD = 30;

/** A secret of 160 bits in base 32, as authenticators take it. */
export function makeAuthenticatorSecret(): string {
  return generateSecret();
}

/** The address an authenticator reads from a QR code. */
export function writeEnrolmentUri(issuer: string, signInName: string, secret: string): string {
  return generateURI({ issuer, label: signInName, secret });
}

/**
 * The time step a code belongs to, when it is a code of this secret (RFC 6238); undefined otherwise. Whoever takes the
 * code takes its step (`takeStep`): a code read over a shoulder is worth nothing once used.
 */
export function matchCode(secret: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE });
  if (!result.valid) return undefined;
  return Math.floor(epoch / PERIOD) + result.delta;
}
