import { type Executor, makeSecret, type RandomBytes } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { makeAuthenticatorSecret, matchCode, writeEnrolmentUri } from './authenticator.ts';
import { confirmAuthenticator, keepPendingSecret, readAuthenticator } from './authenticator-store.ts';
import { hashRecoveryCode } from './enter-code.ts';
import type { Staff } from './staff-store.ts';

const RECOVERY_CODES = 10;

/** Begins enrolling an authenticator: the address to show as a QR code, and the secret for typing. */
export async function beginEnrolment(
  executor: Executor,
  staff: Staff,
  issuer: string,
): Promise<{ readonly uri: string; readonly secret: string }> {
  const secret = makeAuthenticatorSecret();
  await keepPendingSecret(executor, staff.id, secret);
  return { uri: writeEnrolmentUri(issuer, staff.signInName, secret), secret };
}

/** Confirms it by a first code. Returns the recovery codes, shown once; undefined when the code is not right. */
export async function confirmEnrolment(
  executor: Executor,
  staff: Staff,
  code: string,
  random: RandomBytes,
  now: Date,
): Promise<readonly string[] | undefined> {
  const pending = await readAuthenticator(executor, staff.id, 'totp_pending');
  const step = pending && matchCode(pending.secret, code.replaceAll(/\s/gu, ''), now);
  if (!pending || step === undefined) return undefined;
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeSecret(random));
  const recoveryHashes = codes.map((each) => hashRecoveryCode(executor.sealer, staff.id, each));
  await confirmAuthenticator(executor, staff.id, { secret: pending.secret, step, recoveryHashes });
  await appendAudit(executor, {
    at: now.toISOString(),
    event: 'authn_token_created',
    actor: `staff:${staff.id}`,
    subject: `staff:${staff.id}`,
    detail: { kind: 'authenticator' },
  });
  return codes;
}
