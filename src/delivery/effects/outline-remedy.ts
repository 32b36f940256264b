import type { DeskEvent } from '../../conversation/effect.ts';
import { dayOf } from '../../day.ts';
import { reckonClocks, writeAnswerRemedy } from '../../requests/index.ts';
import { readDocuments } from '../../store/index.ts';
import type { EffectContext } from './effect-context.ts';
import { openCaseHere } from './own-case.ts';

/** The facts a reconsideration of an answer rests on: what was answered, when, until when it can be contested. */
export async function outlineRemedy(context: EffectContext, number: string): Promise<DeskEvent> {
  const loaded = await openCaseHere(context, number);
  const remedy =
    loaded && writeAnswerRemedy(loaded.regime, loaded.view, reckonClocks(context.calendar, loaded.view.clocks));
  if (!loaded || !remedy) return { kind: 'case_not_for_this', number };
  const made = await readDocuments(context.executor, number);
  const notice = made.findLast(({ kind }) => kind === 'decision');
  return {
    kind: 'remedy_outlined',
    number,
    filedOn: loaded.request.filedOn,
    receivedOn: loaded.view.receivedOn,
    notice: notice?.documentNumber ? { number: notice.documentNumber, on: dayOf(new Date(notice.madeAt)) } : null,
    regime: loaded.regime.id,
    ...remedy,
  };
}
