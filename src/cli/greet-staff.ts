import { setTimeout as delay } from 'node:timers/promises';
import { hasStaff } from '../desk/identity/staff-store.ts';
import { DeskError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import type { CliContext } from './context.ts';

const REST_MS = 2000;

/**
 * Where nobody can sign in yet, shows the first administrator's password as soon as the database lets us: a desk that
 * serves already does not end because its database is away for a moment.
 */
export async function greetStaff(
  context: CliContext,
  store: Store,
  stop: AbortSignal,
  restMs = REST_MS,
): Promise<void> {
  while (!stop.aborted) {
    try {
      if (await hasStaff(store)) return;
      const { welcomeFirstAdministrator } = await import('./welcome-first-administrator.ts');
      await welcomeFirstAdministrator(context, store);
      return;
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'STORE_FAILED') throw error;
    }
    await delay(restMs, undefined, { signal: stop }).catch(() => {});
  }
}
