import { addDays, dayOf } from '../day.ts';
import { type Command, isOpen, SYSTEM } from '../requests/index.ts';
import { findEndedClocks } from '../store/index.ts';
import { actOnLoaded } from './act-on-case.ts';
import type { CaseContext } from './case-context.ts';
import { holdCase } from './load-case.ts';

async function takeStep(context: CaseContext, number: string, command: Command): Promise<boolean> {
  const loaded = await holdCase(context.executor, context.regimes, number);
  if (!loaded || !isOpen(loaded.regime, loaded.view)) return false;
  const { done } = await actOnLoaded(context, loaded, { ...command, actor: SYSTEM });
  return done;
}

/**
 * What the desk itself does on a day, within an open transaction: consultations nobody answered in time lapse, and who
 * decides is told of a case that is nearly due. Returns how many steps were taken; done again it takes none.
 */
export async function takeDueSteps(context: CaseContext): Promise<number> {
  const today = dayOf(context.now);
  let taken = 0;
  for (const { number, clock } of await findEndedClocks(context.executor, 'consultation', today)) {
    const consultation = Number(clock.split('/')[1]);
    if (await takeStep(context, number, { event: 'consultation_lapsed', fields: { consultation } })) taken += 1;
  }
  for (const { number } of await findEndedClocks(context.executor, 'escalation', addDays(today, 1))) {
    if (await takeStep(context, number, { event: 'escalated' })) taken += 1;
  }
  return taken;
}
