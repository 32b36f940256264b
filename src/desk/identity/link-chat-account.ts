import { type Executor, makeSecret, type RandomBytes } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { removeChatAccount, setChatAccount, setChatCode, takeChatCode } from './chat-account-store.ts';
import type { Manager } from './manage-accounts.ts';
import { findStaff, type Staff } from './staff-store.ts';

/** Minutes a code is good for: long enough to type it elsewhere. */
const GOOD_FOR_MINUTES = 10;

const hashCode = ({ sealer }: Executor, code: string) =>
  sealer.hash('chat-code', code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, ''));

/** A code of eight characters that ties whoever types it on a chat platform to this account, once. */
export async function makeChatCode(
  executor: Executor,
  staff: number,
  random: RandomBytes,
  now: Date,
): Promise<{ code: string; until: string }> {
  const code = makeSecret(random);
  const until = new Date(now.getTime() + GOOD_FOR_MINUTES * 60_000).toISOString();
  await setChatCode(executor, staff, hashCode(executor, code), until);
  return { code, until };
}

/** Ties a chat account to an account of the desk, whatever either was tied to before. */
export async function linkChatAccount(
  executor: Executor,
  account: string,
  staff: number,
  { actor, now }: Manager,
): Promise<void> {
  await setChatAccount(executor, account, staff, now);
  const entry = { at: now.toISOString(), event: 'chat_account_linked', actor, subject: `staff:${staff}` } as const;
  await appendAudit(executor, { ...entry, detail: { account } });
}

/** Takes the tie away; false when there was none. */
export async function unlinkChatAccount(executor: Executor, staff: number, { actor, now }: Manager): Promise<boolean> {
  if (!(await removeChatAccount(executor, staff))) return false;
  const entry = { at: now.toISOString(), event: 'chat_account_unlinked', actor, subject: `staff:${staff}` } as const;
  await appendAudit(executor, { ...entry, detail: {} });
  return true;
}

/** Somebody typed a code on a chat platform. Undefined when it is none, was used, or ran out. */
export async function enterChatCode(
  executor: Executor,
  account: string,
  code: string,
  now: Date,
): Promise<Staff | undefined> {
  const id = await takeChatCode(executor, hashCode(executor, code), now);
  const staff = id === undefined ? undefined : await findStaff(executor, id);
  if (staff?.disabledAt !== null) return undefined;
  await linkChatAccount(executor, account, staff.id, { actor: `staff:${staff.id}`, now });
  return staff;
}
