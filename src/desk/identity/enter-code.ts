import type { Executor, Sealer } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { matchCode } from './authenticator.ts';
import { readAuthenticator, takeRecoveryCode, takeStep } from './authenticator-store.ts';
import { deleteSession } from './session-store.ts';
import { type LiveSession, nextStage, openSession } from './sessions.ts';
import type { SignedIn, SignInWorld } from './sign-in.ts';
import { countersOf, countFailure, forgive, readWait } from './throttle.ts';

/** Recovery codes as typed: case, spaces and hyphens do not count. */
export function hashRecoveryCode(sealer: Sealer, staff: number, code: string): string {
  const canonical = code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
  return sealer.hash('recovery-code', `${staff}\n${canonical}`);
}

/** How a code is good: by the authenticator, as a recovery code (used up by this), or not. */
async function takeCode(executor: Executor, staff: number, code: string, now: Date) {
  const known = await readAuthenticator(executor, staff);
  const digits = code.normalize('NFKC').replaceAll(/\s/gu, '');
  if (known && /^\d{6}$/u.test(digits)) {
    const step = matchCode(known.secret, digits, now);
    return step !== undefined && (await takeStep(executor, staff, step)) ? ('code' as const) : undefined;
  }
  const hash = hashRecoveryCode(executor.sealer, staff, code);
  return (await takeRecoveryCode(executor, staff, hash)) ? ('recovery_code' as const) : undefined;
}

/** Takes the code asked for after the password, and opens the next session in place of the one that waited for it. */
export async function enterCode(world: SignInWorld, session: LiveSession, code: string): Promise<SignedIn> {
  const { store, random, now, address } = world;
  const { staff } = session;
  const counters = countersOf(store, 'code', String(staff.id), address);
  return store.transaction(async (executor): Promise<SignedIn> => {
    const seconds = await readWait(executor, counters, now);
    if (seconds > 0) return { kind: 'wait', seconds };
    const how = await takeCode(executor, staff.id, code, now);
    await appendAudit(executor, {
      at: now.toISOString(),
      event: how ? 'authn_login_success' : 'authn_login_fail',
      actor: `staff:${staff.id}`,
      subject: '',
      detail: { how: how ?? 'code' },
    });
    if (!how) {
      await countFailure(executor, counters, now);
      return { kind: 'wrong' };
    }
    await forgive(executor, counters);
    await deleteSession(executor, session.idHash);
    const stage = nextStage(staff, { code: true });
    const sessionId = await openSession(executor, { staff, stage }, random, now);
    return { kind: 'entered', staff, stage, sessionId };
  });
}
