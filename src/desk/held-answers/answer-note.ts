import type { Release } from '../../conversation/release.ts';
import { describeOpening } from '../../conversation/skills/waiting.ts';
import { startState } from '../../conversation/state.ts';
import type { Job } from '../../delivery/index.ts';
import { say } from '../../messages.ts';
import { appendLines, findHeldAnswer, loadState, nameConversation } from '../../store/index.ts';
import { planNote } from '../conversations/plan-note.ts';
import { nameQuestion } from './name-question.ts';

/** Lets somebody whose answer is looked at hear that it still is, as often as those who wait for a person. */
export function createAnswerNote(release: () => Release): Job {
  return async (executor, timer, now) => {
    const named = await findHeldAnswer(executor, Number(timer.subject));
    if (!named) return null;
    await executor.lock(nameConversation(named));
    // Looked at again now that nobody else can decide on it.
    const answer = await findHeldAnswer(executor, named.id);
    if (answer?.state !== 'waiting') return null;
    const current = release();
    const { tell, next } = planNote(current, { since: answer.heldAt, unit: null, now });
    const state = (await loadState(executor, answer)) ?? startState();
    // Somebody of the staff is there and can say so themselves.
    if (!tell || state.owner === 'staff') return next;
    const words = (key: string, values = {}) => say(current.messages, state.locale, key, values);
    const opening = describeOpening({ release: current, now, say: words, state }, []);
    const text = [nameQuestion(words, 'still', answer.question), opening].join('\n');
    const line = { from: 'desk', message: { kind: 'notice', text }, release: current.hash } as const;
    await appendLines(executor, answer, [line], now);
    return next;
  };
}
