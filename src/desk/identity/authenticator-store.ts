import type { Executor } from '../../store/index.ts';

type Column = 'totp' | 'totp_pending';

const placeOf = (id: number, column: Column) => ({ table: 'staff', column, key: [id] });

/** The secret confirmed, or the one still to be confirmed. */
export async function readAuthenticator(
  { db, sealer }: Executor,
  id: number,
  column: Column = 'totp',
): Promise<{ readonly secret: string } | undefined> {
  const row = await db.selectFrom('staff').select(column).where('id', '=', id).executeTakeFirst();
  const sealed = row?.[column];
  return row && sealed ? { secret: sealer.open(placeOf(id, column), sealed) } : undefined;
}

export async function keepPendingSecret({ db, sealer }: Executor, id: number, secret: string): Promise<void> {
  const sealed = sealer.seal(placeOf(id, 'totp_pending'), secret);
  await db.updateTable('staff').set({ totp_pending: sealed }).where('id', '=', id).execute();
}

/** Takes a code's step, once: false when the same or a later one was taken before. */
export async function takeStep({ db }: Executor, id: number, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where('totp_step', '<', step)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Makes the pending secret the one in force, and puts new recovery codes in the place of old ones. */
export async function confirmAuthenticator(
  { db, sealer }: Executor,
  id: number,
  confirmed: { readonly secret: string; readonly step: number; readonly recoveryHashes: readonly string[] },
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ totp: sealer.seal(placeOf(id, 'totp'), confirmed.secret), totp_pending: null, totp_step: confirmed.step })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('recovery_codes').where('staff', '=', id).execute();
  await db
    .insertInto('recovery_codes')
    .values(confirmed.recoveryHashes.map((code_hash) => ({ staff: id, code_hash })))
    .execute();
}

/** Forgets authenticator and recovery codes: the next sign-in enrols anew. */
export async function forgetAuthenticator({ db }: Executor, id: number): Promise<void> {
  await db.updateTable('staff').set({ totp: null, totp_pending: null }).where('id', '=', id).execute();
  await db.deleteFrom('recovery_codes').where('staff', '=', id).execute();
}

/** Uses up a recovery code; false when there is none such. */
export async function takeRecoveryCode({ db }: Executor, id: number, hash: string): Promise<boolean> {
  const taken = await db
    .deleteFrom('recovery_codes')
    .where('staff', '=', id)
    .where('code_hash', '=', hash)
    .returning('staff')
    .executeTakeFirst();
  return taken !== undefined;
}
