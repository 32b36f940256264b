import type { Executor } from '../../store/index.ts';
import { findStaff, type Staff } from './staff-store.ts';

/** The account of the desk that writes as `account` on a chat platform (`slack:TEAM:USER`). */
export async function findStaffByChat(executor: Executor, account: string): Promise<Staff | undefined> {
  const row = await executor.db
    .selectFrom('chat_accounts')
    .select('staff')
    .where('account', '=', account)
    .executeTakeFirst();
  return row && findStaff(executor, row.staff);
}

export async function readChatAccount({ db }: Executor, staff: number): Promise<string | undefined> {
  const row = await db.selectFrom('chat_accounts').select('account').where('staff', '=', staff).executeTakeFirst();
  return row?.account;
}

/** Makes this the one chat account of the staff member, and the staff member its only one. */
export async function setChatAccount({ db }: Executor, account: string, staff: number, now: Date): Promise<void> {
  await db
    .deleteFrom('chat_accounts')
    .where((eb) => eb.or([eb('staff', '=', staff), eb('account', '=', account)]))
    .execute();
  await db.insertInto('chat_accounts').values({ account, staff, linked_at: now.toISOString() }).execute();
}

export async function removeChatAccount({ db }: Executor, staff: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('chat_accounts').where('staff', '=', staff).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** One code at a time: a new one takes the place of the one before. */
export async function setChatCode({ db }: Executor, staff: number, hash: string, until: string): Promise<void> {
  await db
    .insertInto('chat_codes')
    .values({ staff, code_hash: hash, until })
    .onConflict((conflict) => conflict.column('staff').doUpdateSet({ code_hash: hash, until }))
    .execute();
}

/** Takes a code away and says whose it was; of two who type it one has it. Those run out go with it. */
export async function takeChatCode({ db }: Executor, hash: string, now: Date): Promise<number | undefined> {
  await db.deleteFrom('chat_codes').where('until', '<', now.toISOString()).execute();
  const row = await db.deleteFrom('chat_codes').where('code_hash', '=', hash).returning('staff').executeTakeFirst();
  return row?.staff;
}
