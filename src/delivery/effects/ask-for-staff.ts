import type { DeskEvent, Effect } from '../../conversation/effect.ts';
import { ensureTimer, joinQueue, keepLeftWords, readPastWaits } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';

/** Kind of the timer that lets those who wait hear from us; its subject is the visit. */
export const WAITING_NOTE = 'waiting_note';

/** Puts the conversation in the queue. Whoever waits hears from us before long: the timer says when. */
async function takePlace({ executor, key, now }: EffectContext, topic: string) {
  const place = await joinQueue(executor, key, topic, now);
  await ensureTimer(executor, { kind: WAITING_NOTE, subject: String(place.id) }, now);
  return place;
}

export async function askForStaff(context: EffectContext, topic: string): Promise<DeskEvent> {
  const { ahead } = await takePlace(context, topic);
  return { kind: 'queue_joined', ahead, past: await readPastWaits(context.executor, context.now) };
}

/** Keeps words for the staff, sealed. Who is not in the queue any more joins it again: words nobody looks for are lost. */
export async function leaveWords(
  context: EffectContext,
  { what, words }: Extract<Effect, { kind: 'leave_words' }>,
): Promise<DeskEvent> {
  const { id } = await takePlace(context, '');
  await keepLeftWords(context.executor, id, { [what]: words });
  return { kind: 'words_left', what };
}
