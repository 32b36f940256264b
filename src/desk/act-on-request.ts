import {
  type Acted,
  type ActingRules,
  actOnCase,
  type CaseCommand,
  type CaseRules,
  DESK_CHANNEL,
  loadCase,
  type Opened,
  openCase,
} from '../cases/index.ts';
import { dayOf } from '../day.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import type { Draft } from '../requests/form/draft.ts';
import { type Actor, listPossible, type PossibleEvent } from '../requests/index.ts';
import type { RandomBytes, Store } from '../store/index.ts';

/**
 * Acts on a request as one of the staff: one transaction, all of it or nothing.
 * @throws DeskError NOT_FOUND · CASE_CHANGED when the case is not at `expectedVersion` any more
 */
export function actOnRequest(store: Store, rules: ActingRules, command: CaseCommand, now: Date): Promise<Acted> {
  return store.transaction((executor) => actOnCase({ ...rules, executor, now }, command));
}

export interface EnteredRequest {
  readonly draft: Draft;
  readonly actor: Actor;
  /** `way` and `filedOn`: how and when it came. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly random: RandomBytes;
  readonly numberPrefix: string;
}

/** Enters a request somebody made orally, by post, by fax or by telephone (711号令 art. 29). */
export function enterRequest(store: Store, rules: ActingRules, request: EnteredRequest, now: Date): Promise<Opened> {
  // Under its draft's id, so that entering the same form twice is refused by the store and not filed twice.
  const key = { channel: DESK_CHANNEL, conversation: `${DESK_CHANNEL}:${request.draft.id}` };
  return store.transaction((executor) => openCase({ ...rules, executor, now }, { ...request, event: 'entered', key }));
}

/** Something that may be done now; `sends`: it hands documents over, which cannot be taken back. */
export interface OfferedEvent extends PossibleEvent {
  readonly sends: boolean;
}

export interface Offered {
  readonly regime: Regime;
  readonly version: number;
  readonly events: readonly OfferedEvent[];
}

/** What somebody may do with a request now, and the version of the case that is true of. Undefined when there is none. */
export async function listActions(
  store: Store,
  rules: CaseRules,
  number: string,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<Offered | undefined> {
  const loaded = await loadCase(store, rules.regimes, number);
  if (!loaded) return undefined;
  const circumstances = { actor, today: dayOf(now), calendar: rules.calendar };
  const sending = new Set(loaded.regime.events.filter(({ handsOver }) => handsOver.length > 0).map(({ id }) => id));
  const events = listPossible(loaded.regime, loaded.view, circumstances);
  const { regime, view } = loaded;
  return { regime, version: view.version, events: events.map((each) => ({ ...each, sends: sending.has(each.event) })) };
}
