import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/**
 * Takes or renews a lease. The token grows each time the lease passes to another holder: work begun under a lower one
 * is stale. Undefined while somebody else holds it.
 */
export async function takeLease(
  { db }: Executor,
  name: string,
  holder: string,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<number | undefined> {
  const row = await db
    .insertInto('leases')
    .values({ name, holder, token: 1, until: until.toISOString() })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((eb) => ({
          token: eb
            .case()
            .when('leases.holder', '=', holder)
            .then(eb.ref('leases.token'))
            .else(eb('leases.token', '+', 1))
            .end(),
          holder,
          until: until.toISOString(),
        }))
        .where((eb) => eb.or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now.toISOString())])),
    )
    .returning('token')
    .executeTakeFirst();
  return row?.token;
}

/**
 * Whether this holder has the lease under this token. Asked inside the transaction that writes, it fences the write:
 * the row is held until the end, so that the lease cannot pass to another before what was written is there.
 */
export async function holdsLease({ db }: Executor, name: string, holder: string, token: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('leases')
    .set({ token })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .where('token', '=', token)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many leases whose name begins so are held at an instant. */
export async function countHolders({ db }: Executor, group: string, now: Date): Promise<number> {
  const row = await db
    .selectFrom('leases')
    .select(({ fn }) => fn.countAll().as('many'))
    .where(sql<string>`substr(${sql.ref('name')}, 1, ${sql.lit(group.length)})`, '=', group)
    .where('until', '>', now.toISOString())
    .executeTakeFirstOrThrow();
  return Number(row.many);
}

/** Gives a lease back before it runs out, so that nobody has to wait. */
export async function releaseLease({ db }: Executor, name: string, holder: string, now: Date): Promise<void> {
  await db
    .updateTable('leases')
    .set({ until: now.toISOString() })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute();
}
