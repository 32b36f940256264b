import type { Part } from '../channel/fit.ts';
import type { OutMessage } from '../channel/message.ts';
import { makeDispatchKey } from '../delivery/index.ts';
import { openLine, type Store } from '../store/index.ts';
import type { Ending } from './history.ts';
import { LOOP } from './loop-module.ts';
import { RACED } from './race-staff.ts';

export interface EndingOptions {
  readonly store: Store;
  /** What a message becomes on the platform. */
  readonly render: (message: OutMessage) => readonly Part[];
  readonly checkCases: () => Promise<readonly string[]>;
}

/** Everything that is stored about the chaos channel. */
export async function readEnding({ store, render, checkCases }: EndingOptions): Promise<Ending> {
  const { db } = store;
  const inbox = await db.selectFrom('inbox').selectAll().where('channel', '=', LOOP).execute();
  const lines = await db
    .selectFrom('lines')
    .selectAll()
    .where('channel', '=', LOOP)
    .orderBy('conversation')
    .orderBy('seq')
    .execute();
  const requests = await db.selectFrom('requests').select(['number', 'conversation']).execute();
  const acts = await db
    .selectFrom('request_events')
    .select(['number', 'seq', 'by_whom as who'])
    .where('kind', '=', RACED)
    .execute();
  const moved = await db
    .selectFrom('request_events')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('kind', '=', 'due_changed')
    .executeTakeFirstOrThrow();
  return {
    messages: inbox.map((row) => ({
      conversation: row.conversation,
      id: row.message_id,
      handled: row.result !== null,
      setAside: row.set_aside_at !== null,
    })),
    lines: lines.map((row) => {
      const line = openLine(store, row);
      const owed = { channel: LOOP, conversation: row.conversation, line, partsSent: 0, attempts: 0, nextAt: null };
      return {
        conversation: row.conversation,
        seq: row.seq,
        from: row.speaker,
        text: row.speaker === 'citizen' ? '' : (render(line.message)[0]?.text ?? ''),
        key: makeDispatchKey(owed, 0),
        state: row.delivered_at !== null ? 'delivered' : row.undeliverable === null ? 'owed' : 'undeliverable',
      } as const;
    }),
    requests,
    acts,
    movedDates: Number(moved.many),
    deviations: await checkCases(),
  };
}

/** Kinds of the timers after which dates are what the calendar says. */
const RECKONING = ['cases', 'reckon'];

/** Whether every message is handled, every line sent, and, where an instant is given, no date waits to be reckoned then. */
export async function isAtRest({ db }: Store, now?: Date): Promise<boolean> {
  const pending = await db
    .selectFrom('inbox')
    .select('message_id')
    .where('result', 'is', null)
    .where('set_aside_at', 'is', null)
    .limit(1)
    .execute();
  const owed = await db
    .selectFrom('lines')
    .select('seq')
    .where('channel', '=', LOOP)
    .where('delivered_at', 'is', null)
    .where('undeliverable', 'is', null)
    .limit(1)
    .execute();
  const files = await db.selectFrom('attachments').select('id').where('state', '=', 'waiting').limit(1).execute();
  const due = await db
    .selectFrom('timers')
    .select('kind')
    .where('kind', 'in', RECKONING)
    .where('due_at', '<=', now?.toISOString() ?? '')
    .limit(1)
    .execute();
  return pending.length + owed.length + files.length + due.length === 0;
}
