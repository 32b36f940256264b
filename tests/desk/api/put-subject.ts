import type { Day } from '../../../src/day.ts';
import { insertDigest } from '../../../src/desk/digests/digests-store.ts';
import { readDigest } from '../../../src/desk/digests/index.ts';
import { insertDraft, openStanding, readCurrent } from '../../../src/desk/drafts/index.ts';
import type { Cell } from '../../../src/desk/rights/describe-matrix.ts';
import { ACTIONS } from '../../../src/desk/rights/index.ts';
import { appendDocument, appendLines, holdAnswer, insertRequest, openFollowUp } from '../../../src/store/index.ts';
import { scriptedRelease } from '../../delivery/scripted-turn.ts';
import { hire, type Office } from './open-office.ts';
import { SOUND } from './try-here.ts';

let count = 0;

async function putConversation({ store, now }: Office, { state, action }: Cell, owner: number): Promise<string> {
  count += 1;
  const at = now().toISOString();
  const waiting = state === 'waiting';
  await store.db
    .insertInto('queue')
    .values({
      id: count,
      channel: 'web',
      conversation: `c${count}`,
      topic: '',
      joined_at: at,
      left_at: waiting ? null : at,
      claimed_by: waiting ? null : owner,
      claimed_at: waiting ? null : at,
      unit: null,
      ended_at: state === 'ended' ? at : null,
      ended_why: null,
    })
    .execute();
  // A reply there is to correct.
  if (action === 'conversation.reply') {
    const line = { from: 'staff', message: { kind: 'text', text: '您好' }, writtenBy: owner } as const;
    await appendLines(store, { channel: 'web', conversation: `c${count}` }, [line], now());
  }
  return String(count);
}

async function putAccount(office: Office, state: string, own: boolean, owner: number): Promise<string> {
  if (own) return String(owner);
  count += 1;
  const { id } = await hire(office, `subject-${count}`, ['handler']);
  const shut = { disabled_at: office.now().toISOString() };
  if (state === 'disabled') await office.store.db.updateTable('staff').set(shut).where('id', '=', id).execute();
  return String(id);
}

async function putAnswer({ store, now }: Office, { state, own }: Cell, owner: number): Promise<string> {
  const answer = { subject: 'answer/fees', why: 'listed', confidence: 1, question: '要钱吗', release: 'x' } as const;
  const key = { channel: 'web', conversation: 'c1' };
  const replies = [{ kind: 'text', text: '一般不收费。' } as const];
  const { id } = await store.transaction((executor) => holdAnswer(executor, key, { ...answer, replies }, now()));
  const decided = state === 'waiting' ? {} : { decided_by: owner, decided_at: now().toISOString() };
  await store.db
    .updateTable('held_answers')
    .set({ state: state as 'waiting', edited_by: own ? owner : null, ...decided })
    .where('id', '=', id)
    .execute();
  return String(id);
}

/** A document of a request, as small as it can be. */
const PAPER = { kind: 'letter', title: '告知书', subtitle: null, number: null, addressee: null, blocks: [] };

async function putRequest({ store, now }: Office, { state, action, own }: Cell, owner: number): Promise<string> {
  count += 1;
  const number = `SPB-2026-${String(count).padStart(6, '0')}`;
  const draft = { id: number, name: '张三', description: '招标结果' };
  const request = { number, draft, secretHash: 'x', filedOn: '2026-11-23' as Day, at: now() };
  await insertRequest(store, { channel: 'web', conversation: `c${count}` }, request);
  await store.db
    .updateTable('requests')
    .set({ state, drafter: own ? `staff:${owner}` : null })
    .where('number', '=', number)
    .execute();
  if (action === 'request.paper_file') {
    const model = JSON.stringify({ ...PAPER, remedy: null, signature: null, slip: [] });
    const made = { madeAt: now().toISOString(), madeBy: 'staff:1', releasedAt: null };
    const paper = { request: number, kind: 'reply', documentNumber: null, model, contentHash: 'x', release: 'x' };
    await store.transaction((executor) => appendDocument(executor, { ...paper, ...made }));
  }
  return number;
}

async function putFollowUp({ store }: Office): Promise<string> {
  count += 1;
  const opened = { about: 'fees', level: 1, openedOn: '2026-11-20' as Day, dueOn: '2026-11-27' as Day };
  await store.transaction((executor) => openFollowUp(executor, `t${count}`, { of: 'answer', ...opened }));
  const row = await store.db.selectFrom('follow_ups').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return String(row.id);
}

async function putDigest({ store, now }: Office): Promise<string> {
  const digest = await readDigest(store, scriptedRelease.base, '2026-11-22' as Day);
  await store.transaction((executor) => insertDigest(executor, digest, now()));
  return 'daily-2026-1';
}

let standingText: string | undefined;

/** A draft of an entry as it stands, so that it holds. */
async function putDraft({ store, now }: Office, { state }: Cell, owner: number): Promise<string> {
  const place = { path: 'knowledge/town/answers/basics.yaml', list: 'answers', entry: 'answer-deadline' };
  standingText ??= readCurrent((await openStanding(store, SOUND, now())).tree, place);
  const base = standingText;
  const { id } = await store.transaction((executor) =>
    insertDraft(executor, { ...place, title: '条目', base, text: base }, { by: owner, now: now() }),
  );
  await store.db
    .updateTable('drafts')
    .set({ state: state as 'open' })
    .where('id', '=', id)
    .execute();
  return String(id);
}

/** Puts the thing a cell speaks of into the store, in its state and with its owner; gives the parameters that name it. */
export async function putSubject(office: Office, cell: Cell, owner: number): Promise<Record<string, string>> {
  switch (ACTIONS[cell.action]) {
    case 'nothing':
      if (cell.action.startsWith('figures.')) return { name: await putDigest(office) };
      return { id: cell.action === 'follow_up.close' ? await putFollowUp(office) : '1', year: '2026' };
    case 'account':
      return { id: await putAccount(office, cell.state, cell.own ?? false, owner) };
    case 'conversation':
      return { id: await putConversation(office, cell, owner) };
    case 'answer':
      return { id: await putAnswer(office, cell, owner) };
    case 'draft':
      return { id: await putDraft(office, cell, owner) };
    case 'request':
      return { number: await putRequest(office, cell, owner) };
  }
}
