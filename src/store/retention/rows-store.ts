import { sql } from 'kysely';
import { dayOf } from '../../day.ts';
import { isAmong } from '../is-among.ts';
import { takeNextNumber } from '../sequence-store.ts';
import type { Tables } from '../tables.ts';
import { isFree, isReleased } from './held.ts';
import { ALL, makeOverdue, type Retained, readKey } from './overdue.ts';

/** Erases the rows whose one key column holds the key found. */
function eraseRows<T extends keyof Tables & string>(table: T, column: keyof Tables[T] & string): Retained['erase'] {
  return async ({ db }, overdue) => {
    const keys = overdue.map((each) => readKey<[string | number]>(each)[0]);
    await sql`delete from ${sql.table(table)} where ${isAmong(column, keys)}`.execute(db);
  };
}

/** Times people spoke with staff, once they are over, and what staff noted. */
export const visits: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('queue')
      .select(({ fn }) => ['id', fn.coalesce('ended_at', 'left_at').as('at')])
      .where('left_at', 'is not', null)
      .where(({ or, eb }) => or([eb('claimed_by', 'is', null), eb('ended_at', 'is not', null)]))
      .where(({ fn, eb }) => eb(fn.coalesce('ended_at', 'left_at'), '<', before.toISOString()))
      .where(isFree('queue.channel', 'queue.conversation'))
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(({ id, at }) => makeOverdue([id], at ?? ''));
  },
  async erase({ db }, overdue) {
    const ids = overdue.map((each) => readKey<[number]>(each)[0]);
    await db.deleteFrom('notes').where(isAmong('visit', ids)).execute();
    await db.deleteFrom('queue').where(isAmong('id', ids)).execute();
  },
};

export const unanswered: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('unanswered')
      .select(['fingerprint', 'last_at'])
      .where('last_at', '<', before.toISOString())
      .orderBy('last_at')
      .limit(most)
      .execute();
    return rows.map(({ fingerprint, last_at }) => makeOverdue([fingerprint], last_at));
  },
  async erase({ db }, overdue) {
    const fingerprints = overdue.map((each) => readKey<[string]>(each)[0]);
    await db.deleteFrom('unanswered_days').where(isAmong('fingerprint', fingerprints)).execute();
    await db.deleteFrom('unanswered').where(isAmong('fingerprint', fingerprints)).execute();
  },
};

/** Links to the form page, used or run out, with the drafts in them. */
export const handOvers: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('hand_overs')
      .select(({ fn }) => ['token_hash', fn.coalesce('used_at', 'expires_at').as('at')])
      .where(({ fn, eb }) => eb(fn.coalesce('used_at', 'expires_at'), '<', before.toISOString()))
      .where(isFree('hand_overs.channel', 'hand_overs.conversation'))
      .where(isFree('hand_overs.used_channel', 'hand_overs.used_conversation'))
      .orderBy('token_hash')
      .limit(most)
      .execute();
    return rows.map(({ token_hash, at }) => makeOverdue([token_hash], at));
  },
  erase: eraseRows('hand_overs', 'token_hash'),
};

/** Messages handled or set aside. One still to be handled is never too old. */
export const inbox: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('inbox')
      .select(['channel', 'conversation', 'message_id', 'received_at'])
      .where('received_at', '<', before.toISOString())
      .where(({ or, eb }) => or([eb('result', 'is not', null), eb('set_aside_at', 'is not', null)]))
      .where(isFree('inbox.channel', 'inbox.conversation'))
      .orderBy('received_at')
      .limit(most)
      .execute();
    return rows.map((row) => makeOverdue([row.channel, row.conversation, row.message_id], row.received_at));
  },
  async erase({ db }, overdue) {
    for (const each of overdue) {
      const [channel, conversation, id] = readKey<[string, string, string]>(each);
      await db
        .deleteFrom('inbox')
        .where('channel', '=', channel)
        .where('conversation', '=', conversation)
        .where('message_id', '=', id)
        .execute();
    }
  },
};

export const attempts: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('attempts')
      .select(['id', 'at'])
      .where('at', '<', before.toISOString())
      .where(isReleased(sql.ref('attempts.number')))
      .orderBy('at')
      .limit(most)
      .execute();
    return rows.map(({ id, at }) => makeOverdue([id], at));
  },
  erase: eraseRows('attempts', 'id'),
};

export const accessLog: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('access_log')
      .select(['id', 'at'])
      .where('at', '<', before.toISOString())
      .where(sql<boolean>`not exists (select 1 from holds h where h.released_at is null
        and access_log.what = 'request ' || h.number)`)
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(({ id, at }) => makeOverdue([id], at));
  },
  erase: eraseRows('access_log', 'id'),
};

/** What was said of answers and cases. Levels stay for the figures; what told one voice from another goes. */
export const ratings: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('ratings')
      .select(['token', 'rated_on'])
      .where('rated_on', '<', dayOf(before))
      .where('token', 'not like', 'erased:%')
      .orderBy('rated_on')
      .limit(most)
      .execute();
    return rows.map(({ token, rated_on }) => makeOverdue([token], rated_on));
  },
  async erase(executor, overdue) {
    for (const each of overdue) {
      const [token] = readKey<[string]>(each);
      const erased = `erased:${await takeNextNumber(executor, 'erased ratings')}`;
      await executor.db.updateTable('ratings').set({ token: erased }).where('token', '=', token).execute();
    }
  },
};

/** Poor ratings that were looked into, with what came of it. */
export const followUps: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('follow_ups')
      .select(['id', 'closed_at'])
      .where('closed_at', '<', before.toISOString())
      .where(isReleased(sql.ref('follow_ups.about')))
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(({ id, closed_at }) => makeOverdue([id], closed_at ?? ''));
  },
  erase: eraseRows('follow_ups', 'id'),
};

/** Holds that were released. */
export const holds: Retained = {
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('holds')
      .select(['id', 'released_at'])
      .where('released_at', '<', before.toISOString())
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(({ id, released_at }) => makeOverdue([id], released_at ?? ''));
  },
  erase: eraseRows('holds', 'id'),
};
