import { type CaseRules, type LoadedCase, loadCase, viewCase } from '../cases/index.ts';
import type { RequestView } from '../conversation/effect.ts';
import { DeskError } from '../errors.ts';
import { type Fields, findState, type ReckonedClock, reckonClocks } from '../requests/index.ts';
import {
  type Executor,
  maskNumbersInText,
  recordAccess,
  type Store,
  type StoredEvent,
  type StoredRequest,
} from '../store/index.ts';
import { listAttachments, type ShownAttachment } from './attachments.ts';
import { maskPersonal } from './mask-personal.ts';

/** An event as staff see it; texts that came with it in `fields`. */
interface ShownEvent extends Pick<StoredEvent, 'seq' | 'on' | 'kind' | 'by' | 'role' | 'fields'> {}

/** A clock of the case with its last day. */
interface ShownClock extends Omit<ReckonedClock, 'explain'> {}

/** One request in full. `masked` says whether personal data are starred. */
export interface ShownRequest extends Omit<RequestView, 'about' | 'events' | 'state' | 'count' | 'waits' | 'files'> {
  readonly masked: boolean;
  /** Id of the state in the regime's table. */
  readonly state: string;
  /** Event that usually comes next; null when nothing does. */
  readonly next: string | null;
  readonly regime: string;
  /** Number of the last event: who acts on the case says which one they saw. */
  readonly version: number;
  readonly owner: string | null;
  readonly unit: string | null;
  readonly drafter: string | null;
  readonly outcome: string | null;
  readonly channel: string;
  readonly applicant: string | null;
  readonly documentKind: string | null;
  readonly personal: StoredRequest['personal'];
  readonly description: string;
  readonly provision: string | null;
  readonly delivery: string | null;
  readonly clocks: readonly ShownClock[];
  readonly events: readonly ShownEvent[];
  readonly attachments: readonly ShownAttachment[];
}

export interface ShowOptions {
  readonly now: Date;
  /** Shows personal data as they are. Who looks and why is recorded first. */
  readonly unmask?: { readonly who: string; readonly reason: string };
}

function cleanFields(fields: Fields, clean: (text: string) => string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  );
}

function show({ calendar }: CaseRules, loaded: LoadedCase, masked: boolean): Omit<ShownRequest, 'attachments'> {
  const { request, regime, view } = loaded;
  const { about: _a, count: _c, waits: _w, files: _f, ...shown } = viewCase(calendar, loaded);
  const clean = masked ? maskNumbersInText : (text: string) => text;
  return {
    ...shown,
    masked,
    state: view.state,
    next: findState(regime, view.state)?.next ?? null,
    regime: regime.id,
    version: view.version,
    owner: view.owner,
    unit: view.unit,
    drafter: view.drafter,
    outcome: view.outcome,
    channel: request.channel,
    applicant: request.applicant,
    documentKind: request.documentKind,
    personal: masked ? maskPersonal(request) : request.personal,
    description: clean(request.description),
    provision: request.provision,
    delivery: request.delivery,
    clocks: reckonClocks(calendar, view.clocks).map(({ explain: _e, ...clock }) => clock),
    events: loaded.events.map(({ seq, on, kind, by, role, fields }) => {
      return { seq, on, kind, by, role, fields: cleanFields(fields, clean) };
    }),
  };
}

/**
 * One request, personal data masked unless a reason is given. Undefined when there is none of that number. Call within
 * a transaction when unmasking: the look and its record stand together.
 * @throws DeskError INPUT_INVALID when the reason or the name of who looks is empty
 */
export async function readRequest(
  executor: Executor,
  rules: CaseRules,
  number: string,
  { unmask, now }: ShowOptions,
): Promise<ShownRequest | undefined> {
  const [who, reason] = [unmask?.who.trim() ?? '', unmask?.reason.trim() ?? ''];
  if (unmask && (who === '' || reason === '')) {
    throw new DeskError('INPUT_INVALID', 'showing personal data needs a reason and the name of who looks');
  }
  const loaded = await loadCase(executor, rules.regimes, number.trim().toUpperCase());
  if (!loaded) return undefined;
  const what = `request ${loaded.request.number}`;
  if (unmask) await recordAccess(executor, { at: now.toISOString(), who, what, reason });
  return { ...show(rules, loaded, !unmask), attachments: await listAttachments(executor, loaded.request.number) };
}

/** `readRequest` in a transaction of its own. */
export async function showRequest(
  store: Store,
  rules: CaseRules,
  number: string,
  options: ShowOptions,
): Promise<ShownRequest | undefined> {
  return store.transaction((executor) => readRequest(executor, rules, number, options));
}
