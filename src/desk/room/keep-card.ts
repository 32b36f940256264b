import type { Posted, RoomCard } from '../../channel/staff-room.ts';
import { type Executor, findHeldAnswer, nameAnswer } from '../../store/index.ts';
import { findVisit } from '../conversations/index.ts';
import { findCard, readOwnLines, type StandingCard, saveCard } from './room-store.ts';
import { makeRoomKey, type RoomWorld, sayInRoom } from './room-world.ts';
import { showHeldAnswer } from './show-answer.ts';
import { readShownLines, showConversation } from './show-conversation.ts';
import { showCase } from './show-request.ts';

/** Minutes after which somebody is called again to a conversation nobody picked up. */
const CALL_AGAIN_MINUTES = 3;

type Held = Extract<Posted, { kind: 'later' }>;
/** undefined: the room shows what is so. */
export type Kept = Held | undefined;

interface Shown {
  readonly subject: string;
  readonly card: RoomCard;
  readonly over: boolean;
}

/** Posts a card, or puts it in the place of the one that stands there, when it says something else. */
export async function keep(world: RoomWorld, { subject, card, over }: Shown, now: Date): Promise<StandingCard | Held> {
  const { services, room } = world;
  const at = now.toISOString();
  const shown = makeRoomKey(JSON.stringify(card));
  const standing = await findCard(services.store, subject);
  if (standing?.shown === shown) return standing;
  const posted = standing
    ? await room.change(standing.place, card)
    : await room.post(card, makeRoomKey(subject, 'card'), null);
  if (posted.kind === 'later') return posted;
  const place = standing?.place ?? posted.place;
  const kept = {
    subject,
    place,
    shown,
    seen: standing?.seen ?? 0,
    calledAt: standing?.calledAt ?? at,
    closedAt: over ? at : null,
  };
  await services.store.transaction((executor: Executor) => saveCard(executor, kept));
  return kept;
}

/** A conversation's card, what was said since in its thread, and another call while nobody has picked it up. */
export async function keepConversation(world: RoomWorld, id: number, now: Date): Promise<Kept> {
  const { services, room } = world;
  const { store } = services;
  const visit = await findVisit(store, id);
  if (!visit) return undefined;
  const subject = `conversation:${id}`;
  // Who asked and left before anybody was told need not be told about.
  if (visit.state === 'ended' && !(await findCard(store, subject))) return undefined;
  const over = visit.state === 'ended';
  let card = await keep(world, { subject, card: await showConversation(world, store, visit), over }, now);
  if ('kind' in card) return card;
  const save = async (change: Partial<StandingCard>) => {
    const next = { ...(card as StandingCard), ...change };
    await store.transaction((executor: Executor) => saveCard(executor, next));
    card = next;
  };
  const own = await readOwnLines(store, subject);
  for (const { seq, from, text } of await readShownLines(world, store, visit, card.seen)) {
    if (!own.has(seq)) {
      const said = { text: sayInRoom(world, `line_${from}`, { text }), choices: [] };
      const posted = await room.post(said, makeRoomKey(subject, seq), card.place);
      if (posted.kind === 'later') return posted;
    }
    await save({ seen: seq });
  }
  const minutes = Math.floor((now.getTime() - Date.parse(card.calledAt)) / 60_000);
  if (visit.state !== 'waiting' || minutes < CALL_AGAIN_MINUTES) return undefined;
  const waited = Math.floor((now.getTime() - Date.parse(visit.joinedAt)) / 60_000);
  const text = sayInRoom(world, 'still_waiting', { id: String(id), minutes: String(waited) });
  const choices = [{ label: sayInRoom(world, 'claim'), value: `claim:${id}` }];
  // In the room itself, where everybody is told of it; a thread nobody follows is silent.
  const called = await room.post({ text, choices }, makeRoomKey(subject, 'call', card.calledAt), null);
  if (called.kind === 'later') return called;
  await save({ calledAt: now.toISOString() });
  return undefined;
}

/** The card of an answer that waits for approval, while it waits or once it was shown. */
export async function keepAnswer(world: RoomWorld, id: number, now: Date): Promise<Kept> {
  const { store } = world.services;
  const answer = await findHeldAnswer(store, id);
  const subject = nameAnswer(id);
  const over = answer?.state !== 'waiting';
  if (!answer || (over && !(await findCard(store, subject)))) return undefined;
  const kept = await keep(world, { subject, card: showHeldAnswer(world, answer), over }, now);
  return 'kind' in kept ? kept : undefined;
}

/** A request's card. */
export async function keepRequest(world: RoomWorld, number: string, now: Date): Promise<Kept> {
  const shown = await showCase(world, world.services.store, number);
  const subject = `request:${number}`;
  if (!shown || (shown.over && !(await findCard(world.services.store, subject)))) return undefined;
  const kept = await keep(world, { subject, ...shown }, now);
  return 'kind' in kept ? kept : undefined;
}
