import { z } from 'zod';
import type { RoomAnswer, RoomEvent } from '../../channel/staff-room.ts';
import { findHeldAnswer } from '../../store/index.ts';
import { type Answered, callEndpoint } from '../api/index.ts';
import { showAnswer } from '../held-answers/index.ts';
import { type Actor, mayAtAll } from '../rights/index.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

const stateSchema = z.object({ answer: z.enum(['edit', 'reject']), id: z.string(), version: z.number() });
type Filled = Extract<RoomEvent, { kind: 'filled' }>;

const tell = (answered: Answered): RoomAnswer =>
  answered.kind === 'done' ? { kind: 'nothing' } : { kind: 'told', text: `${answered.message}\n${answered.hint}` };

/** Sends an answer as the card showed it, or asks for other words. `named` is its id and the version shown: `12-1`. */
export async function pressAnswer(
  world: RoomWorld,
  actor: Actor,
  what: 'approve' | 'edit' | 'reject',
  named: string,
): Promise<RoomAnswer> {
  const [id = '', shown = ''] = named.split('-');
  const { services, locale } = world;
  const version = Number(shown);
  if (what === 'approve') {
    const ask = { actor, method: 'POST', path: '/answers/:id/approve', params: { id }, body: { version } } as const;
    return tell(await callEndpoint(ask, services, locale));
  }
  const answer = await findHeldAnswer(services.store, Number(id));
  if (answer?.state !== 'waiting' || !mayAtAll(actor, `answer.${what}`)) {
    return { kind: 'told', text: sayInRoom(world, 'answer_over') };
  }
  const { text } = showAnswer(answer, services.release().base);
  return {
    kind: 'form',
    form: {
      state: JSON.stringify({ answer: what, id, version } satisfies z.input<typeof stateSchema>),
      title: sayInRoom(world, `answer_${what}`),
      submit: sayInRoom(world, 'confirm'),
      cancel: sayInRoom(world, 'cancel'),
      intro: sayInRoom(world, `answer_${what}_intro`),
      fields: [
        {
          id: 'text',
          label: sayInRoom(world, 'answer_words'),
          kind: 'text',
          required: true,
          choices: [],
          ...(what === 'edit' ? { value: text } : {}),
        },
      ],
    },
  };
}

/** Undefined when the form was another one. */
export async function writeAnswer(
  { services, locale }: RoomWorld,
  actor: Actor,
  { state, values }: Filled,
): Promise<RoomAnswer | undefined> {
  const parsed = stateSchema.safeParse(JSON.parse(state));
  if (!parsed.success) return undefined;
  const { answer, id, version } = parsed.data;
  const ask =
    answer === 'edit'
      ? ({ method: 'PUT', path: '/answers/:id' } as const)
      : ({ method: 'POST', path: '/answers/:id/reject' } as const);
  const body = { version, text: values.text ?? '' };
  return tell(await callEndpoint({ actor, ...ask, params: { id }, body }, services, locale));
}
