import { type RawBuilder, sql } from 'kysely';

/** Requests held, each with the conversation it was filed in and, beside it, the one its draft came from. */
const HELD = sql`holds h
  join requests r on r.number = h.number
  left join hand_overs o on o.used_channel = r.channel and o.used_conversation = r.conversation and o.draft_id = r.draft_id`;

/** Numbers of the held cases that a conversation belongs to, as a query to be put into another. */
export function selectHolds(channel: RawBuilder<unknown>, conversation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select h.number from ${HELD} where h.released_at is null and (
    (r.channel = ${channel} and r.conversation = ${conversation}) or
    (o.channel = ${channel} and o.conversation = ${conversation}))`;
}

/** True of a row whose conversation no held case has a part in. */
export function isFree(channel: string, conversation: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (${selectHolds(sql.ref(channel), sql.ref(conversation))})`;
}

/** True of a row about a case that is not held. */
export function isReleased(number: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from holds h where h.released_at is null and h.number = ${number})`;
}
