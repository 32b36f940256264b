import { DeskError } from '../../errors.ts';
import type { Role } from '../../roles.ts';
import type { Executor, RandomBytes } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findConflict } from '../rights/index.ts';
import { forgetAuthenticator } from './authenticator-store.ts';
import { makeOneTimePassword, oneTimeUntil } from './one-time-password.ts';
import type { Passwords } from './passwords.ts';
import { deleteSessionsOf } from './session-store.ts';
import {
  findStaff,
  findStaffByName,
  insertStaff,
  normaliseSignInName,
  type Rights,
  type Staff,
  setPassword,
  setRights,
} from './staff-store.ts';

/** Who changes accounts, in the words of the record: `staff:3`, `cli:root`, `desk`. */
export interface Manager {
  readonly actor: string;
  readonly now: Date;
}

/** A password made for somebody else, and its hash: made before the transaction that stores it, for it takes its time. */
export interface MadePassword {
  readonly oneTimePassword: string;
  readonly hash: string;
}

export async function makePassword(passwords: Passwords, random: RandomBytes): Promise<MadePassword> {
  const oneTimePassword = makeOneTimePassword(random);
  return { oneTimePassword, hash: await passwords.hash(oneTimePassword) };
}

/** @throws DeskError INPUT_INVALID when these roles cannot stand together */
export function checkRoles(roles: readonly Role[]): void {
  const conflict = findConflict(roles);
  if (conflict) {
    throw new DeskError('INPUT_INVALID', `the role ${conflict} stands alone`, {
      hint: 'Give this person a second account for the other roles.',
    });
  }
}

/**
 * Makes an account with a one-time password.
 * @returns undefined when the sign-in name is taken
 * @throws DeskError INPUT_INVALID when the roles cannot stand together
 */
export async function createAccount(
  executor: Executor,
  account: Pick<Staff, 'name' | 'unit' | 'roles' | 'signInName'>,
  password: MadePassword,
  { actor, now }: Manager,
): Promise<Staff | undefined> {
  checkRoles(account.roles);
  const signInName = normaliseSignInName(account.signInName);
  await executor.lock(`sign-in name ${signInName}`);
  if (await findStaffByName(executor, signInName)) return undefined;
  const until = oneTimeUntil(now);
  const values = { ...account, signInName, password: password.hash, oneTimeUntil: until };
  const id = await insertStaff(executor, values, now);
  await appendAudit(executor, {
    at: now.toISOString(),
    event: 'user_created',
    actor,
    subject: `staff:${id}`,
    detail: { roles: account.roles.join(' ') },
  });
  return findStaff(executor, id);
}

/** Gives a new one-time password, forgets the authenticator and ends every session: for who lost one of them. */
export async function resetAccount(
  executor: Executor,
  id: number,
  password: MadePassword,
  { actor, now }: Manager,
): Promise<void> {
  await setPassword(executor, id, password.hash, oneTimeUntil(now));
  await forgetAuthenticator(executor, id);
  await deleteSessionsOf(executor, id);
  await appendAudit(executor, {
    at: now.toISOString(),
    event: 'authn_token_revoked',
    actor,
    subject: `staff:${id}`,
    detail: { kind: 'password and authenticator' },
  });
}

/**
 * Changes name, unit, roles or the single sign-on mapping; it holds from the next request on.
 * @throws DeskError INPUT_INVALID when the roles cannot stand together
 */
export async function changeRights(
  executor: Executor,
  id: number,
  rights: Omit<Rights, 'disabledAt'>,
  { actor, now }: Manager,
): Promise<void> {
  if (rights.roles) checkRoles(rights.roles);
  await setRights(executor, id, rights);
  await appendAudit(executor, {
    at: now.toISOString(),
    event: rights.roles ? 'privilege_permissions_changed' : 'user_updated',
    actor,
    subject: `staff:${id}`,
    detail: rights.roles ? { roles: rights.roles.join(' ') } : {},
  });
}

/** Shuts an account and ends its sessions, or opens it again. */
export async function setDisabled(
  executor: Executor,
  id: number,
  disabled: boolean,
  { actor, now }: Manager,
): Promise<void> {
  await setRights(executor, id, { disabledAt: disabled ? now.toISOString() : null });
  if (disabled) await deleteSessionsOf(executor, id);
  await appendAudit(executor, {
    at: now.toISOString(),
    event: disabled ? 'user_archived' : 'user_updated',
    actor,
    subject: `staff:${id}`,
    detail: { disabled },
  });
}
