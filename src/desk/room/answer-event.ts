import type { RoomAnswer, RoomEvent } from '../../channel/staff-room.ts';
import { type Answered, callEndpoint } from '../api/index.ts';
import { enterChatCode, findStaffByChat, nextStage } from '../identity/index.ts';
import type { Actor } from '../rights/index.ts';
import { askReason, endWithReason } from './ask-reason.ts';
import { actOnForm, pickStep, remindOf } from './case-steps.ts';
import { pressAnswer, writeAnswer } from './decide-answer.ts';
import { claimWords, findSubjectAt, markLine } from './room-store.ts';
import { type RoomWorld, sayInRoom } from './room-world.ts';

const NOTHING: RoomAnswer = { kind: 'nothing' };

/** Refusals are told; what went well shows in the room by itself. */
export function tellRefusal(answered: Answered): RoomAnswer {
  return answered.kind === 'done' ? NOTHING : { kind: 'told', text: `${answered.message}\n${answered.hint}` };
}

/** Who of the staff an account of the platform is. Their second factor was given where the account was tied. */
async function identify({ services }: RoomWorld, account: string): Promise<Actor | undefined> {
  const staff = await findStaffByChat(services.store, account);
  if (!staff || staff.disabledAt !== null) return undefined;
  const { id, name, unit, roles } = staff;
  return { id, name, unit, roles, standing: nextStage(staff, { code: true }) };
}

/** `/desk CODE` ties the account; nothing else is commanded. */
async function takeCode(world: RoomWorld, account: string, code: string): Promise<RoomAnswer> {
  const { store, now } = world.services;
  const staff = await store.transaction((executor) => enterChatCode(executor, account, code, now()));
  const text = staff ? sayInRoom(world, 'linked', { name: staff.name }) : sayInRoom(world, 'code_wrong');
  return { kind: 'told', text };
}

type Wrote = Extract<RoomEvent, { kind: 'wrote' }>;

/** What the one who has a conversation writes below its card goes to the citizen; after `//` it is a note. */
async function passOn(world: RoomWorld, actor: Actor, { id, place, text, files }: Wrote): Promise<RoomAnswer> {
  const { services, locale } = world;
  const subject = await findSubjectAt(services.store, place);
  const [, visit] = /^conversation:(\d+)$/u.exec(subject ?? '') ?? [];
  if (subject === undefined || visit === undefined) return NOTHING;
  if (files > 0) return { kind: 'told', text: sayInRoom(world, 'no_files') };
  const note = text.startsWith('//');
  const words = { id, subject };
  const answered = await callEndpoint(
    {
      actor,
      method: 'POST',
      path: `/conversations/:id/${note ? 'notes' : 'replies'}`,
      params: { id: visit },
      body: { text: note ? text.slice(2) : text },
      isFirst: (executor) => claimWords(executor, words, services.now()),
      // The thread shows it already: it is not shown there once more.
      settle: async (executor, result) => {
        const { lines = [] } = result as { lines?: readonly { seq: number }[] };
        for (const { seq } of lines) await markLine(executor, id, seq);
      },
    },
    services,
    locale,
  );
  if (answered.kind === 'refused') {
    return { kind: 'told', text: `${sayInRoom(world, 'not_sent')}\n${answered.message}\n${answered.hint}` };
  }
  return NOTHING;
}

async function press(world: RoomWorld, actor: Actor, value: string): Promise<RoomAnswer> {
  const [, what = '', id = ''] = /^([a-z_]+):([A-Za-z0-9-]{1,40})$/u.exec(value) ?? [];
  const paths: Readonly<Record<string, string>> = { claim: 'claim', take_over: 'take-over' };
  const path = paths[what];
  if (path !== undefined) {
    const ask = { actor, method: 'POST', path: `/conversations/:id/${path}`, params: { id } } as const;
    return tellRefusal(await callEndpoint(ask, world.services, world.locale));
  }
  if (what === 'end' || what === 'hand_back') return askReason(world, actor, what, id);
  if (what === 'approve' || what === 'edit' || what === 'reject') return pressAnswer(world, actor, what, id);
  if (what === 'act') return pickStep(world, actor, id);
  return what === 'remind' ? remindOf(world, actor, id) : NOTHING;
}

/** Answers what somebody did in the room, by the rights of the account it is tied to. */
export async function answerEvent(world: RoomWorld, event: RoomEvent): Promise<RoomAnswer> {
  if (event.kind === 'commanded') return takeCode(world, event.account, event.text);
  const actor = await identify(world, event.account);
  if (!actor) {
    // People who are none of the staff's may talk in the room; only who wants something done is told.
    const aside = event.kind === 'wrote' && (await findSubjectAt(world.services.store, event.place)) === undefined;
    return aside ? NOTHING : { kind: 'told', text: sayInRoom(world, 'not_linked') };
  }
  if (event.kind === 'wrote') return passOn(world, actor, event);
  if (event.kind === 'tapped') return press(world, actor, event.value);
  return (
    (await endWithReason(world, actor, event)) ??
    (await writeAnswer(world, actor, event)) ??
    actOnForm(world, actor, event)
  );
}
