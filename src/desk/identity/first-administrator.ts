import type { RandomBytes, Store } from '../../store/index.ts';
import { createAccount, makePassword } from './manage-accounts.ts';
import type { Passwords } from './passwords.ts';
import { hasStaff } from './staff-store.ts';

export const FIRST_SIGN_IN_NAME = 'admin';

/** Makes the first administrator when there is nobody yet. The one-time password is returned to be shown, and kept nowhere. */
export async function createFirstAdministrator(
  store: Store,
  passwords: Passwords,
  name: string,
  random: RandomBytes,
  now: Date,
): Promise<{ readonly signInName: string; readonly oneTimePassword: string } | undefined> {
  if (await hasStaff(store)) return undefined;
  const password = await makePassword(passwords, random);
  const account = { signInName: FIRST_SIGN_IN_NAME, name, unit: null, roles: ['administrator'] as const };
  const made = await store.transaction(async (executor) =>
    (await hasStaff(executor)) ? undefined : createAccount(executor, account, password, { actor: 'desk', now }),
  );
  return made && { signInName: FIRST_SIGN_IN_NAME, oneTimePassword: password.oneTimePassword };
}
