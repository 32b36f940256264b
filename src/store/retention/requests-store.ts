import { sql } from 'kysely';
import { dropAttachment } from '../attachment-store.ts';
import type { Executor } from '../executor.ts';
import { isAmong } from '../is-among.ts';
import { readRequestEvents, rewriteFields } from '../request-event-store.ts';
import { nameRequest, placeOfRequest } from '../request-store.ts';
import { isReleased } from './held.ts';
import { ALL, makeOverdue, type Overdue, type Retained, readKey } from './overdue.ts';

/** Cases in a closed state of which nothing was heard since `before`, and not held, with the instant of their last event. */
function selectClosed({ db }: Executor, closed: readonly string[], before: Date) {
  const closings = db
    .selectFrom('request_events')
    .select(({ fn }) => ['number', fn.max('at').as('closed_at')])
    .groupBy('number')
    .as('closings');
  return db
    .selectFrom('requests')
    .innerJoin(closings, 'closings.number', 'requests.number')
    .where(isAmong('requests.state', closed))
    .where('closings.closed_at', '<', before.toISOString())
    .where(isReleased(sql.ref('requests.number')))
    .orderBy('closings.closed_at');
}

/** Takes out of the log what people wrote; the case can still be derived from it, and counted. */
async function emptyEvents(executor: Executor, number: string, isKept: (field: string) => boolean): Promise<void> {
  for (const event of await readRequestEvents(executor, number)) {
    const kept = Object.entries(event.fields).filter(([field, value]) => typeof value === 'number' || isKept(field));
    if (kept.length < Object.keys(event.fields).length)
      await rewriteFields(executor, number, event.seq, Object.fromEntries(kept));
  }
}

async function anonymise(executor: Executor, number: string, isKept: (field: string) => boolean): Promise<void> {
  const { db, sealer } = executor;
  await db.deleteFrom('request_index').where('number', '=', number).execute();
  await db.deleteFrom('attempts').where('number', '=', number).execute();
  await db.deleteFrom('case_effects').where('number', '=', number).execute();
  await emptyEvents(executor, number, isKept);
  await db
    .updateTable('requests')
    .set({
      // No conversation has an empty name: it belongs to none any more, and no code opens it.
      channel: '',
      conversation: '',
      draft_id: number,
      secret_hash: '',
      personal: sealer.seal(placeOfRequest(number, 'personal'), '{}'),
      description: sealer.seal(placeOfRequest(number, 'description'), ''),
      consented_at: null,
    })
    .where('number', '=', number)
    .execute();
}

/** What a closed request says of its requester and of what was asked for; number, days and kinds stay for the figures. */
export const createRequests = (closed: readonly string[], isKept: (field: string) => boolean): Retained => ({
  async find(executor, before, most = ALL) {
    const rows = await selectClosed(executor, closed, before)
      .select(['requests.number', 'closings.closed_at'])
      .where('requests.conversation', '<>', '')
      .limit(most)
      .execute();
    return rows.map(({ number, closed_at }) => makeOverdue([number], closed_at, [nameRequest(number)]));
  },
  async erase(executor, overdue) {
    for (const each of overdue) await anonymise(executor, readKey<[string]>(each)[0], isKept);
  },
});

/** Files sent in with a closed case. */
export const createAttachments = (closed: readonly string[]): Retained => ({
  async find(executor, before, most = ALL): Promise<readonly Overdue[]> {
    const rows = await selectClosed(executor, closed, before)
      .innerJoin('attachments', 'attachments.number', 'requests.number')
      .select(['attachments.id', 'requests.number', 'closings.closed_at'])
      .orderBy('attachments.id')
      .limit(most)
      .execute();
    return rows.map(({ id, number, closed_at }) => makeOverdue([id], closed_at, [nameRequest(number)]));
  },
  async erase(executor, overdue) {
    for (const each of overdue) await dropAttachment(executor, readKey<[string]>(each)[0]);
  },
});

/** Letters made for a closed case. Their numbers are not given again. */
export const createDocuments = (closed: readonly string[]): Retained => ({
  async find(executor, before, most = ALL): Promise<readonly Overdue[]> {
    const rows = await selectClosed(executor, closed, before)
      .innerJoin('documents', 'documents.request', 'requests.number')
      .select(['documents.request', 'documents.seq', 'closings.closed_at'])
      .orderBy('documents.seq')
      .limit(most)
      .execute();
    return rows.map(({ request, seq, closed_at }) => makeOverdue([request, seq], closed_at, [nameRequest(request)]));
  },
  async erase({ db }, overdue) {
    for (const each of overdue) {
      const [request, seq] = readKey<[string, number]>(each);
      await db.deleteFrom('documents').where('request', '=', request).where('seq', '=', seq).execute();
    }
  },
});
