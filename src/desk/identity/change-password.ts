import { appendAudit } from '../audit/index.ts';
import { findWeakness } from './passwords.ts';
import { deleteSessionsOf } from './session-store.ts';
import { type LiveSession, nextStage, openSession } from './sessions.ts';
import type { SignedIn, SignInWorld } from './sign-in.ts';
import { findStaff, readPassword, setPassword } from './staff-store.ts';
import { countersOf, countFailure, readWait } from './throttle.ts';

export type PasswordChanged = SignedIn | { readonly kind: 'weak'; readonly why: 'short' | 'guessable' | 'same' };

/** Changes one's own password. Every other session of the account ends; this one goes on under a new id. */
export async function changePassword(
  world: SignInWorld,
  session: LiveSession,
  given: { readonly current: string; readonly next: string },
): Promise<PasswordChanged> {
  const { store, passwords, random, now, address } = world;
  const { staff } = session;
  const counters = countersOf(store, 'password', staff.signInName, address);
  const seconds = await readWait(store, counters, now);
  if (seconds > 0) return { kind: 'wait', seconds };
  const why = await findWeakness(given.next, [staff.signInName, staff.name]);
  if (why) return { kind: 'weak', why };
  const right = await passwords.verify(await readPassword(store, staff.id), given.current);
  if (right && given.next === given.current) return { kind: 'weak', why: 'same' };
  const hash = right ? await passwords.hash(given.next) : undefined;
  const entry = { at: now.toISOString(), actor: `staff:${staff.id}`, subject: `staff:${staff.id}`, detail: {} };
  return store.transaction(async (executor): Promise<SignedIn> => {
    if (hash === undefined) {
      await countFailure(executor, counters, now);
      await appendAudit(executor, { ...entry, event: 'authn_password_change_fail' });
      return { kind: 'wrong' };
    }
    await setPassword(executor, staff.id, hash, null);
    await deleteSessionsOf(executor, staff.id);
    await appendAudit(executor, { ...entry, event: 'authn_password_change' });
    const changed = (await findStaff(executor, staff.id)) ?? staff;
    const stage = nextStage(changed, { code: true });
    const { createdAt } = session;
    const sessionId = await openSession(executor, { staff: changed, stage, createdAt }, random, now);
    return { kind: 'entered', staff: changed, stage, sessionId };
  });
}
