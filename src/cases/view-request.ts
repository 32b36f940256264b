import type { RequestView } from '../conversation/effect.ts';
import type { Day } from '../day.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import { type CaseView, type ReckonedClock, reckonClocks, shownState, type WorkCalendar } from '../requests/index.ts';
import { type Executor, maskNumbersInText, readAttachments, type StoredRequest } from '../store/index.ts';
import type { CaseRules } from './case-context.ts';
import { type LoadedCase, replayCase } from './load-case.ts';

/** Longest shortened description, in characters. */
const ABOUT = 40;

/** Clocks that run against the requester: until then they have to do something. */
const WAITING: readonly string[] = ['clarification_answer', 'reasons', 'fee_payment'];

/** A description in one line, numbers masked. */
export function shortenDescription(description: string): string {
  const characters = [...maskNumbersInText(description).replaceAll(/\s+/gu, ' ').trim()];
  return characters.length > ABOUT ? `${characters.slice(0, ABOUT).join('')}…` : characters.join('');
}

/** How the last day to answer comes about; null when the clock has not begun or somebody set the day. */
function readCount(view: CaseView, answer: ReckonedClock | undefined): RequestView['count'] {
  const clock = view.clocks.find(({ id }) => id === 'statutory');
  if (!clock || !answer || clock.length.unit !== 'workdays') return null;
  return { from: clock.startOn, days: clock.length.count, extendedBy: clock.added, pauses: answer.pauses };
}

function findWait(clocks: readonly ReckonedClock[]): RequestView['waits'] {
  const clock = clocks.find(({ id, stoppedOn }) => stoppedOn === null && WAITING.includes(id));
  return clock ? { until: clock.due, provisional: clock.provisional } : null;
}

/** Events a requester is shown although nobody told them in this case: they were there. */
const WITNESSED: ReadonlySet<string> = new Set(['entered', 'carried_over', 'handed_in']);

/** Events a requester is shown: what they did themselves, and what they were told of. */
function listEvents(regime: Regime, { events }: LoadedCase): RequestView['events'] {
  return events
    .filter(({ kind, role }) => {
      const rule = regime.events.find((event) => event.id === kind);
      return role === 'requester' || WITNESSED.has(kind) || rule?.messages.some(({ to }) => to === 'requester');
    })
    .map(({ on, kind }) => ({ on, kind }));
}

/** Whom the requester turned to next; earlier versions wrote the authority into the draft of the answer alone. */
function readReaddressed({ last }: CaseView): RequestView['readdressed'] {
  const event = last.readdressed;
  const authority = event?.fields.authority ?? last.drafted?.fields.authority;
  if (!event || authority === undefined) return null;
  const { linked } = event.fields;
  return { authority: String(authority), on: event.on, number: linked === undefined ? null : String(linked) };
}

/** What a case stands for whose application goes to another authority; retention leaves nothing to tell. */
function readCarried({ last }: CaseView): RequestView['carriedFrom'] {
  const { authority, linked } = last.carried_over?.fields ?? {};
  return authority === undefined || linked === undefined
    ? null
    : { authority: String(authority), number: String(linked) };
}

/** What the requester may see of a case: no personal data, numbers in the description masked. */
export function viewCase(calendar: WorkCalendar, loaded: LoadedCase, files = 0): RequestView {
  const { request, regime, view } = loaded;
  const clocks = reckonClocks(calendar, view.clocks);
  const find = (id: string) => clocks.find((clock) => clock.id === id);
  const answer = find('statutory');
  return {
    number: request.number,
    state: shownState(regime, view),
    filedOn: request.filedOn,
    receivedOn: view.receivedOn,
    dueOn: answer?.due ?? null,
    dueProvisional: answer?.provisional ?? false,
    count: readCount(view, answer),
    waits: findWait(clocks),
    answeredOn: view.answeredOn,
    readdressed: readReaddressed(view),
    carriedFrom: readCarried(view),
    files,
    remedyBy: (find('reconsideration')?.due ?? null) as Day | null,
    about: shortenDescription(request.description),
    events: listEvents(regime, loaded),
  };
}

/** What the requester may see of a request. */
export async function viewRequest(
  { executor, regimes, calendar }: CaseRules & { readonly executor: Executor },
  request: StoredRequest,
): Promise<RequestView> {
  const files = (await readAttachments(executor, request.number)).filter(({ state }) => state === 'kept').length;
  return viewCase(calendar, await replayCase(executor, regimes, request), files);
}
