import type { StaffRoom } from '../../channel/staff-room.ts';
import { createLoop } from '../../delivery/index.ts';
import { betweenPoints } from '../../failpoints.ts';
import { readChanges, releaseLease, takeLease } from '../../store/index.ts';
import { findVisits } from '../conversations/index.ts';
import { answerEvent } from './answer-event.ts';
import { keepAnswer, keepConversation, keepRequest } from './keep-card.ts';
import { keepDigests } from './keep-digest.ts';
import { readOpenSubjects } from './room-store.ts';
import type { RoomWorld } from './room-world.ts';

const LEASE = 'staff_room';
const LEASE_MS = 30_000;
/** How soon what another process changed is shown, where the database tells nobody. */
const POLL_MS = 2000;
/** After the platform took nothing and did not say for how long. */
const REST_MS = 5000;
/** Conversations looked at in one go. */
const MOST = 200;
/** Looked back on at the first start; later each look begins where the last one did. */
const LOOK_BACK_MS = 10 * 60_000;

export interface KeptRoom {
  readonly start: () => void;
  /** Shows what is so now; what a test calls instead of waiting. */
  readonly run: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/**
 * Keeps a room of staff on a chat platform: cards of conversations and requests, what is said in threads, and what is
 * done there, by the same rights and functions as over HTTP. Of several processes one at a time shows; any answers.
 */
export function createRoom({ room: platform, ...rest }: RoomWorld, holder: string): KeptRoom {
  const room: StaffRoom = {
    ...platform,
    post: (...card) => betweenPoints('room.post', () => platform.post(...card)),
    change: (...card) => betweenPoints('room.post', () => platform.change(...card)),
  };
  const world = { ...rest, room };
  const { services } = world;
  const { store, now, logger } = services;
  let since = new Date(now().getTime() - LOOK_BACK_MS);

  async function listConversations(): Promise<ReadonlySet<number>> {
    const standing = await Promise.all(
      (['waiting', 'open'] as const).map((state) => findVisits(store, { state, most: MOST })),
    );
    const ids = standing.flat().map(({ id }) => id);
    const open = (await readOpenSubjects(store)).map((subject) => Number(subject.split(':')[1]));
    return new Set([...ids, ...open]);
  }

  async function step(): Promise<Date> {
    const at = now();
    const lease = { now: at, until: new Date(at.getTime() + LEASE_MS) };
    const mine = await store.transaction((executor) => takeLease(executor, LEASE, holder, lease));
    const after = (milliseconds: number) => new Date(now().getTime() + milliseconds);
    if (mine === undefined) return after(POLL_MS);
    for (const id of await listConversations()) {
      const held = await keepConversation(world, id, at);
      if (held) return after(held.afterMs ?? REST_MS);
    }
    const changes = await readChanges(store, since.toISOString());
    for (const { subject } of changes) {
      const [, kind, named = ''] = /^(request|answer):(.+)$/u.exec(subject) ?? [];
      const keep = { request: () => keepRequest(world, named, at), answer: () => keepAnswer(world, Number(named), at) };
      const held = await keep[kind as keyof typeof keep]?.();
      if (held) return after(held.afterMs ?? REST_MS);
    }
    const held = await keepDigests(world, at);
    if (held) return after(held.afterMs ?? REST_MS);
    // A transaction may be stored after one that began later: the last seconds are looked at again.
    since = new Date(at.getTime() - 10_000);
    return after(POLL_MS);
  }

  const loop = createLoop(step, now, logger);
  let unlisten = () => {};
  return {
    start() {
      room.start((event) => answerEvent(world, event));
      unlisten = store.notices.listen('changes', loop.wake);
      loop.start();
    },
    run: loop.run,
    async stop() {
      unlisten();
      await room.stop();
      await loop.stop();
      await store.transaction((executor) => releaseLease(executor, LEASE, holder, now())).catch(() => {});
    },
  };
}
