import type { RequestView } from '../conversation/effect.ts';
import { viewRequest } from '../delivery/index.ts';
import { DeskError } from '../errors.ts';
import {
  type Executor,
  findRequest,
  maskNumbersInText,
  readRequestEvents,
  recordAccess,
  type Store,
  type StoredRequest,
} from '../store/index.ts';
import { maskPersonal } from './mask-personal.ts';

/** One request in full. `masked` says whether personal data are starred. */
export interface ShownRequest extends Omit<RequestView, 'about' | 'events'> {
  readonly masked: boolean;
  readonly channel: string;
  readonly applicant: string | null;
  readonly documentKind: string | null;
  readonly personal: StoredRequest['personal'];
  readonly description: string;
  readonly provision: string | null;
  readonly delivery: string | null;
  readonly events: readonly {
    readonly on: string;
    readonly kind: string;
    readonly by: string;
    readonly text: string | null;
  }[];
}

export interface ShowOptions {
  readonly now: Date;
  /** Shows personal data as they are. Who looks and why is recorded first. */
  readonly unmask?: { readonly who: string; readonly reason: string };
}

async function readShown(executor: Executor, request: StoredRequest, masked: boolean): Promise<ShownRequest> {
  const { about: _, ...view } = await viewRequest(executor, request);
  const clean = masked ? maskNumbersInText : (text: string) => text;
  const events = await readRequestEvents(executor, request.number);
  return {
    ...view,
    masked,
    channel: request.channel,
    applicant: request.applicant,
    documentKind: request.documentKind,
    personal: masked ? maskPersonal(request) : request.personal,
    description: clean(request.description),
    provision: request.provision,
    delivery: request.delivery,
    events: events.map(({ on, kind, by, text }) => ({ on, kind, by, text: text === null ? null : clean(text) })),
  };
}

/**
 * One request, personal data masked unless a reason is given. Undefined when there is none of that number. Call within
 * a transaction when unmasking: the look and its record stand together.
 * @throws DeskError INPUT_INVALID when the reason or the name of who looks is empty
 */
export async function readRequest(
  executor: Executor,
  number: string,
  { unmask, now }: ShowOptions,
): Promise<ShownRequest | undefined> {
  const [who, reason] = [unmask?.who.trim() ?? '', unmask?.reason.trim() ?? ''];
  if (unmask && (who === '' || reason === '')) {
    throw new DeskError('INPUT_INVALID', 'showing personal data needs a reason and the name of who looks');
  }
  const request = await findRequest(executor, number.trim().toUpperCase());
  if (!request) return undefined;
  if (unmask) await recordAccess(executor, { at: now.toISOString(), who, what: `request ${request.number}`, reason });
  return readShown(executor, request, !unmask);
}

/** `readRequest` in a transaction of its own. */
export async function showRequest(
  store: Store,
  number: string,
  options: ShowOptions,
): Promise<ShownRequest | undefined> {
  return store.transaction((executor) => readRequest(executor, number, options));
}
