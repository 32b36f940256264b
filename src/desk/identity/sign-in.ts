import type { Executor, RandomBytes, Store } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { normaliseAddress } from './normalise-address.ts';
import type { Passwords } from './passwords.ts';
import type { Stage } from './session-store.ts';
import { nextStage, openSession } from './sessions.ts';
import { findStaffByName, findStaffBySignOn, normaliseSignInName, readPassword, type Staff } from './staff-store.ts';
import { countersOf, countFailure, forgive, readWait } from './throttle.ts';

/** What signing in needs of the world. */
export interface SignInWorld {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly random: RandomBytes;
  readonly now: Date;
  /** Where the call came from. */
  readonly address: string;
}

export type SignedIn =
  | { readonly kind: 'entered'; readonly staff: Staff; readonly stage: Stage; readonly sessionId: string }
  /** Wrong name, wrong password, disabled, or a one-time password too old: the caller learns not which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

async function findPassword(executor: Executor, staff: Staff | undefined, now: Date): Promise<string | undefined> {
  if (!staff || staff.disabledAt !== null) return undefined;
  if (staff.oneTimeUntil !== null && staff.oneTimeUntil <= now.toISOString()) return undefined;
  return readPassword(executor, staff.id);
}

/** Opens a session for a person whose credentials held, and records it. */
async function enter(
  executor: Executor,
  staff: Staff,
  world: SignInWorld,
  how: 'password' | 'single sign-on',
): Promise<SignedIn> {
  const { random, now, address } = world;
  // Who came by another way need not change a password never used.
  const asked = how === 'password' ? staff : { ...staff, oneTimeUntil: null };
  const stage = nextStage(asked, { code: false });
  const sessionId = await openSession(executor, { staff, stage }, random, now);
  await appendAudit(executor, {
    at: now.toISOString(),
    event: stage === 'code' ? 'session_created' : 'authn_login_success',
    actor: `staff:${staff.id}`,
    subject: '',
    detail: { how, stage, address: normaliseAddress(address) },
  });
  return { kind: 'entered', staff, stage, sessionId };
}

/** Signs in with name and password. What is still asked after it (a code, a new password) is the session's stage. */
export async function signIn(
  world: SignInWorld,
  given: { readonly name: string; readonly password: string },
): Promise<SignedIn> {
  const { store, passwords, now, address } = world;
  const counters = countersOf(store, 'password', normaliseSignInName(given.name), address);
  const seconds = await readWait(store, counters, now);
  if (seconds > 0) return { kind: 'wait', seconds };
  const staff = await findStaffByName(store, given.name);
  const right = await passwords.verify(await findPassword(store, staff, now), given.password);
  return store.transaction(async (executor): Promise<SignedIn> => {
    if (right && staff) {
      await forgive(executor, counters);
      return enter(executor, staff, world, 'password');
    }
    await countFailure(executor, counters, now);
    const last = (await readWait(executor, counters, now)) > 0;
    await appendAudit(executor, {
      at: now.toISOString(),
      event: last ? 'authn_login_fail_max' : 'authn_login_fail',
      // A name that is nobody's may be a password typed into the wrong field: it is not recorded.
      actor: staff ? `staff:${staff.id}` : 'nobody',
      subject: '',
      detail: { address: normaliseAddress(address) },
    });
    return { kind: 'wrong' };
  });
}

/** Signs in whom the house's sign-in service vouches for. It names an account; what the account may is the desk's to say. */
export async function enterBySignOn(world: SignInWorld, subject: string | undefined): Promise<SignedIn> {
  const { store, now, address } = world;
  return store.transaction(async (executor): Promise<SignedIn> => {
    const staff = subject === undefined ? undefined : await findStaffBySignOn(executor, subject);
    if (staff && staff.disabledAt === null) return enter(executor, staff, world, 'single sign-on');
    await appendAudit(executor, {
      at: now.toISOString(),
      event: 'authn_login_fail',
      actor: staff ? `staff:${staff.id}` : 'nobody',
      subject: '',
      detail: { how: 'single sign-on', address: normaliseAddress(address) },
    });
    return { kind: 'wrong' };
  });
}
