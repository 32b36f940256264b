import type { DeskEvent, Effect } from '../../conversation/effect.ts';
import { dayOf } from '../../day.ts';
import { isOpen } from '../../requests/index.ts';
import { openFollowUp, readDocuments, recordRating, recordUnanswered } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';
import { openCaseHere } from './own-case.ts';

/** 不满意 and 非常不满意 are looked into. */
const POOR = 2;
/** Working days for looking into a poor rating; the office's own. */
const FOLLOW_UP_DAYS = 5;

type Rate = Extract<Effect, { kind: 'rate' }>;

/** What of a request is rated: its outcome and the release its notice was made from. Only where it was filed. */
async function readRatedCase(context: EffectContext, number: string) {
  const loaded = await openCaseHere(context, number);
  if (!loaded || isOpen(loaded.regime, loaded.view)) return undefined;
  const { view } = loaded;
  const notice = (await readDocuments(context.executor, number)).findLast(({ kind }) => kind === 'decision');
  return { subject: view.outcome ?? '', release: notice?.release ?? null };
}

/** Keeps how content somebody is; a poor rating opens a follow-up with a clock of its own. */
export async function takeRating(context: EffectContext, rating: Rate): Promise<DeskEvent> {
  const { of, subject, release, level, question } = rating;
  const { executor, key, calendar, now } = context;
  const rated = of === 'answer' ? { subject, release } : await readRatedCase(context, subject);
  if (!rated) return { kind: 'rating_refused' };
  const on = dayOf(now);
  const token = await recordRating(executor, key, subject, { of, ...rated, level, on });
  if (level > POOR) return { kind: 'rated', of, level, followUpBy: null };
  if (of === 'answer' && question !== null) {
    await recordUnanswered(executor, { question, nearest: subject, channel: key.channel, why: 'poor' }, now);
  }
  const dueOn = calendar.addWorkdays(on, FOLLOW_UP_DAYS).day;
  const followUpBy = await openFollowUp(executor, token, { of, about: subject, level, openedOn: on, dueOn });
  return { kind: 'rated', of, level, followUpBy };
}
