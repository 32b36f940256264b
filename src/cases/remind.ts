import { type Day, dayOf } from '../day.ts';
import { planReminder, type Reminder } from '../requests/index.ts';
import { dropTimer, type Executor, moveTimer, type StoredRequest, setTimer, type Timer } from '../store/index.ts';
import type { ActingRules, CaseContext } from './case-context.ts';
import { holdCase, holdConversation, type LoadedCase } from './load-case.ts';
import { addNotice, contactOf, findPlaces } from './tell-requester.ts';

/** Kind of the timers that remind requesters; their subject is the request's number. */
export const REMIND = 'remind';

/** Nine in the morning in China: nobody is woken. */
function morningOf(day: Day): Date {
  return new Date(`${day}T01:00:00Z`);
}

/** Sets the timer that reminds the requester of what they have to do, or takes it away when nothing waits for them. */
export async function setReminder(
  { executor, calendar, now }: CaseContext,
  { number, delivery }: Pick<StoredRequest, 'number' | 'delivery'>,
  view: LoadedCase['view'],
): Promise<void> {
  const timer = { kind: REMIND, subject: number };
  const plan = planReminder(calendar, view, delivery);
  if (plan && plan.on > dayOf(now)) await setTimer(executor, timer, morningOf(plan.on));
  // On the day itself and after it they have been told.
  else await dropTimer(executor, timer);
}

/** Brings the reminder of a case in line with dates that moved. What is due by now and was not said yet is said at once. */
export async function moveReminder(
  context: CaseContext,
  request: Pick<StoredRequest, 'number' | 'delivery'>,
  view: LoadedCase['view'],
): Promise<void> {
  const { executor, calendar, now } = context;
  const plan = planReminder(calendar, view, request.delivery);
  if (plan && plan.on <= dayOf(now)) await moveTimer(executor, { kind: REMIND, subject: request.number }, now);
  else await setReminder(context, request, view);
}

function listValues({ request, view }: LoadedCase, plan: Reminder, { release }: ActingRules) {
  return {
    ...view.last.fee_noticed?.fields,
    ...view.last.clarification_asked?.fields,
    number: request.number,
    ...(plan.until === null ? {} : { until: plan.until }),
    provisional: plan.provisional ? 1 : 0,
    ...contactOf(release.base.profile),
  };
}

/** What the timer does: reminds the requester where they read, once. A day that moved meanwhile is waited for. */
export function createReminder(
  rules: () => ActingRules,
): (executor: Executor, timer: Timer, now: Date) => Promise<Date | null> {
  return async (executor, { subject }, now) => {
    const context: CaseContext = { ...rules(), executor, now };
    await holdConversation(executor, subject);
    const loaded = await holdCase(executor, context.regimes, subject);
    const plan = loaded && planReminder(context.calendar, loaded.view, loaded.request.delivery);
    if (!loaded || !plan) return null;
    if (plan.on > dayOf(now)) return morningOf(plan.on);
    const values = listValues(loaded, plan, context);
    for (const place of await findPlaces(context, loaded.request)) {
      await addNotice(context, place, loaded.regime, { say: plan.say, values, pageUrl: undefined });
    }
    return null;
  };
}
