import type { DeskEvent, HoldAnswer } from '../../conversation/effect.ts';
import { ensureTimer, holdAnswer } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';

/** Kind of the timer that lets those hear from us whose answer is looked at; its subject is the answer. */
export const ANSWER_NOTE = 'answer_note';

/** Keeps an answer until somebody at the desk has looked at it. */
export async function keepForApproval(context: EffectContext, effect: HoldAnswer): Promise<DeskEvent> {
  const { executor, key, now, release } = context;
  const { id, ahead } = await holdAnswer(executor, key, { ...effect, release: release.hash }, now);
  await ensureTimer(executor, { kind: ANSWER_NOTE, subject: String(id) }, now);
  return { kind: 'answer_held', ahead };
}
