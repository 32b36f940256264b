import { z } from 'zod';
import type { RoomAnswer, RoomEvent } from '../../channel/staff-room.ts';
import { callEndpoint } from '../api/index.ts';
import { findVisit } from '../conversations/index.ts';
import { type Actor, may } from '../rights/index.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

const stateSchema = z.object({ end: z.enum(['end', 'hand_back']), id: z.string() });
type Filled = Extract<RoomEvent, { kind: 'filled' }>;

/** Why a conversation is over or handed back. Who may not do it is told before they type anything. */
export async function askReason(
  world: RoomWorld,
  actor: Actor,
  end: 'end' | 'hand_back',
  id: string,
): Promise<RoomAnswer> {
  const visit = await findVisit(world.services.store, Number(id));
  const subject = visit && { state: visit.state, own: visit.claimedBy === actor.id };
  if (!subject || !may(actor, `conversation.${end}`, subject)) {
    return { kind: 'told', text: sayInRoom(world, 'not_yours') };
  }
  return {
    kind: 'form',
    form: {
      state: JSON.stringify({ end, id } satisfies z.input<typeof stateSchema>),
      title: sayInRoom(world, end),
      submit: sayInRoom(world, 'confirm'),
      cancel: sayInRoom(world, 'cancel'),
      intro: sayInRoom(world, `${end}_intro`),
      fields: [{ id: 'reason', label: sayInRoom(world, 'reason'), kind: 'text', required: true, choices: [] }],
    },
  };
}

/** Undefined when the form was another one. */
export async function endWithReason(
  { services, locale }: RoomWorld,
  actor: Actor,
  { state, values }: Filled,
): Promise<RoomAnswer | undefined> {
  const parsed = stateSchema.safeParse(JSON.parse(state));
  if (!parsed.success) return undefined;
  const { end, id } = parsed.data;
  const path = end === 'end' ? '/conversations/:id/end' : '/conversations/:id/hand-back';
  const ask = { actor, method: 'POST', path, params: { id }, body: { reason: values.reason } } as const;
  const answered = await callEndpoint(ask, services, locale);
  return answered.kind === 'done'
    ? { kind: 'nothing' }
    : { kind: 'told', text: `${answered.message}\n${answered.hint}` };
}
