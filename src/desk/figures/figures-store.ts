import type { Day } from '../../day.ts';
import { type Executor, isAmong } from '../../store/index.ts';

/** Both days count. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** How many of each. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** States of cases that stand for applications to other authorities: nothing was filed here. */
const ELSEWHERE = ['elsewhere', 'handed_in_elsewhere'];

const MINUTE_MS = 60_000;
const numbered = <Row extends { readonly count: unknown }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, count: Number(row.count) }));

function inPeriod({ db }: Executor, { from, to }: Period) {
  return db.selectFrom('inquiries').where('on_day', '>=', from).where('on_day', '<=', to);
}

/** Inquiries by day, channel and what came of them. */
export async function countInquiries(executor: Executor, period: Period) {
  const rows = await inPeriod(executor, period)
    .select(({ fn }) => ['on_day as day', 'channel', 'kind', fn.countAll().as('count')])
    .groupBy(['on_day', 'channel', 'kind'])
    .orderBy('on_day')
    .execute();
  return numbered(rows);
}

/** Voices (a conversation on a day) with whether they asked for a person, read instead of filing, and filed. */
export async function countVoices(executor: Executor, period: Period) {
  const voices = inPeriod(executor, period)
    .select(({ fn, eb }) => [
      'voice',
      fn.max(eb.case().when('kind', '=', 'person').then(1).else(0).end()).as('person'),
      fn.max(eb.case().when('kind', '=', 'filed').then(1).else(0).end()).as('filed'),
      fn.max('instead').as('instead'),
    ])
    .groupBy('voice')
    .as('voices');
  const rows = await executor.db
    .selectFrom(voices)
    .select(({ fn }) => ['person', 'filed', 'instead', fn.countAll().as('count')])
    .groupBy(['person', 'filed', 'instead'])
    .execute();
  return rows.map((row) => ({
    person: Number(row.person) === 1,
    filed: Number(row.filed) === 1,
    instead: Number(row.instead) === 1,
    count: Number(row.count),
  }));
}

/** What was asked most: ids of entries, figures and matters. */
export async function countTopics(executor: Executor, period: Period, most: number) {
  const rows = await inPeriod(executor, period)
    .where('kind', 'in', ['answer', 'figure', 'referral'])
    .where('subject', 'is not', null)
    .select(({ fn }) => ['kind', 'subject as name', fn.countAll().as('count')])
    .groupBy(['kind', 'subject'])
    .orderBy('count', 'desc')
    .orderBy('name')
    .limit(most)
    .execute();
  return numbered(rows).map(({ name, ...row }) => ({ ...row, name: name ?? '' }));
}

/** How often each thing was asked about on each of some days, most first; in one go. */
export async function countTopicDays({ db }: Executor, days: readonly Day[]) {
  const rows = await db
    .selectFrom('inquiries')
    .where(isAmong('on_day', days))
    .where('kind', 'in', ['answer', 'figure', 'referral', 'smalltalk'])
    .where('subject', 'is not', null)
    .select(({ fn }) => ['on_day as day', 'kind', 'subject as id', fn.countAll().as('count')])
    .groupBy(['on_day', 'kind', 'subject'])
    .orderBy('count', 'desc')
    .orderBy('id')
    .execute();
  return numbered(rows).map(({ id, ...row }) => ({ ...row, id: id ?? '' }));
}

/** On one day, by channel and place (a division's code; null where none was named), of all or of one thing. */
export async function countPlaces({ db }: Executor, day: Day, kinds: readonly string[], subject?: string) {
  let query = db.selectFrom('inquiries').where('on_day', '=', day).where(isAmong('kind', kinds));
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const rows = await query
    .select(({ fn }) => ['channel', 'place', fn.countAll().as('count')])
    .groupBy(['channel', 'place'])
    .execute();
  return numbered(rows);
}

/** To whom people were referred. */
export async function countReferrals(executor: Executor, period: Period): Promise<readonly Counted[]> {
  const rows = await inPeriod(executor, period)
    .where('kind', '=', 'referral')
    .where('authority', 'is not', null)
    .select(({ fn }) => ['authority as name', fn.countAll().as('count')])
    .groupBy('authority')
    .orderBy('count', 'desc')
    .orderBy('name')
    .execute();
  return numbered(rows).map(({ name, count }) => ({ name: name ?? '', count }));
}

/** Start and end of a period as instants: its days are China's. */
function instantsOf({ from, to }: Period): { from: string; to: string } {
  return {
    from: new Date(`${from}T00:00:00+08:00`).toISOString(),
    to: new Date(Date.parse(`${to}T00:00:00+08:00`) + 24 * 60 * MINUTE_MS).toISOString(),
  };
}

/** Minutes until a person answered, and until it ended, of each visit begun in the period; null where it did not. */
export async function readVisitTimes({ db }: Executor, period: Period) {
  const at = instantsOf(period);
  const rows = await db
    .selectFrom('queue')
    .select(['joined_at', 'left_at', 'claimed_by', 'ended_at'])
    .where('joined_at', '>=', at.from)
    .where('joined_at', '<', at.to)
    .execute();
  const minutes = (start: string, end: string | null) =>
    end === null ? null : (Date.parse(end) - Date.parse(start)) / MINUTE_MS;
  return rows.map((row) => ({
    firstReply: row.claimed_by === null ? null : minutes(row.joined_at, row.left_at),
    total: row.claimed_by === null ? null : minutes(row.joined_at, row.ended_at),
  }));
}

/** Days each request answered in the period was received, due and answered. */
export async function readAnswered({ db }: Executor, { from, to }: Period) {
  const rows = await db
    .selectFrom('requests')
    .select(['received_on', 'due_on', 'answered_on'])
    .where('answered_on', '>=', from)
    .where('answered_on', '<=', to)
    .execute();
  return rows.map((row) => ({ receivedOn: row.received_on, dueOn: row.due_on, answeredOn: row.answered_on }));
}

/** Requests filed by day and channel. */
export async function countFiled({ db }: Executor, { from, to }: Period) {
  const rows = await db
    .selectFrom('requests')
    .select(({ fn }) => ['filed_on as day', 'channel', fn.countAll().as('count')])
    .where('filed_on', '>=', from)
    .where('filed_on', '<=', to)
    .where('state', 'not in', ELSEWHERE)
    .groupBy(['filed_on', 'channel'])
    .orderBy('filed_on')
    .execute();
  return numbered(rows);
}

/** Ratings by level, 5 to 1. */
export async function countLevels({ db }: Executor, { from, to }: Period) {
  const rows = await db
    .selectFrom('ratings')
    .select(({ fn }) => ['of_what as of', 'level', fn.countAll().as('count')])
    .where('rated_on', '>=', from)
    .where('rated_on', '<=', to)
    .groupBy(['of_what', 'level'])
    .execute();
  return numbered(rows);
}
