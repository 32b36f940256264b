import { findStaff } from '../../desk/identity/index.ts';
import { makeCsrfToken, openSession } from '../../desk/identity/sessions.ts';
import { insertStaff } from '../../desk/identity/staff-store.ts';
import type { Role } from '../../roles.ts';
import type { RandomBytes, Store } from '../../store/index.ts';

/** What the browser of somebody who works at the desk sends along. */
export interface Seat {
  readonly headers: Readonly<Record<string, string>>;
}

/** Seated in this order, over and over. Roles that need an authenticator stay out: nobody here has one. */
const ROLES: readonly (readonly Role[])[] = [['registrar'], ['handler'], ['handler', 'chat_agent'], ['unit_head']];

/** As if each sat at a machine of their own: the limit of calls is one for each address. */
const addressOf = (index: number) => `10.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;

/** Accounts that are signed in, each at an address of its own. They have no password anybody could enter. */
export async function seatAgents(
  store: Store,
  count: number,
  { now, random }: { readonly now: () => Date; readonly random: RandomBytes },
): Promise<readonly Seat[]> {
  return store.transaction(async (executor) => {
    const seats: Seat[] = [];
    for (let index = 0; index < count; index += 1) {
      const name = `agent-${index}`;
      const roles = ROLES[index % ROLES.length] ?? [];
      const account = { signInName: name, name, unit: null, roles, password: '', oneTimeUntil: null };
      const staff = await findStaff(executor, await insertStaff(executor, account, now()));
      if (!staff) throw new Error('the account was not stored');
      const createdAt = now().toISOString();
      const id = await openSession(executor, { staff, stage: 'full', createdAt }, random, now());
      const session = { idHash: '', staff, stage: 'full', createdAt, outdated: false } as const;
      seats.push({
        headers: {
          cookie: `desk-local=${id}`,
          'x-csrf-token': makeCsrfToken(executor, session),
          'x-forwarded-for': addressOf(index),
          'sec-fetch-site': 'same-origin',
        },
      });
    }
    return seats;
  });
}
