import { randomBytes } from 'node:crypto';
import { createFirstAdministrator, createPasswords } from '../desk/identity/index.ts';
import type { Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';

/** Where nobody can sign in yet, makes the first administrator and shows the one-time password: here, and nowhere else. */
export async function welcomeFirstAdministrator(context: CliContext, store: Store): Promise<void> {
  const name = context.say('desk.first_account_name');
  const made = await createFirstAdministrator(store, createPasswords(), name, randomBytes, context.now());
  if (!made) return;
  const values = { name: made.signInName, password: made.oneTimePassword };
  print(context.output, context.say('desk.first_account', values));
}
