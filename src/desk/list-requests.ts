import type { Regime } from '../knowledge/schema/regime.ts';
import { findState, isOpen, regimeNamed } from '../requests/index.ts';
import {
  type Executor,
  type RequestPage,
  readSealedRequests,
  type SealedRequest,
  type StoredRequest,
} from '../store/index.ts';
import { showWords } from './shown-words.ts';

/** A request in a listing: where it stands, what comes next, and whose it is. Personal data masked. */
export interface ListedRequest
  extends Pick<
    StoredRequest,
    | 'number'
    | 'state'
    | 'filedOn'
    | 'receivedOn'
    | 'dueOn'
    | 'dueProvisional'
    | 'owner'
    | 'unit'
    | 'outcome'
    | 'applicant'
    | 'channel'
  > {
  /** Event that usually comes next; null when nothing does. */
  readonly next: string | null;
  /** Id of the regime it follows. */
  readonly regime: string;
  readonly about: string;
  readonly name: string | null;
}

function list(regimes: readonly Regime[], request: SealedRequest): ListedRequest {
  const { number, state, filedOn, receivedOn, dueOn, dueProvisional, owner, unit, outcome, applicant, channel } =
    request;
  const regime = regimeNamed(regimes, request.regime);
  const { about, name } = showWords(request);
  return {
    number,
    state,
    regime: regime.id,
    next: findState(regime, state)?.next ?? null,
    filedOn,
    receivedOn,
    dueOn: isOpen(regime, request) ? dueOn : null,
    dueProvisional,
    owner,
    unit,
    outcome,
    about,
    applicant,
    name,
    channel,
  };
}

/** States in which something may still be done, of whatever regime. */
function openStates(regimes: readonly Regime[]): readonly string[] {
  return regimes.flatMap(({ states }) => states.flatMap(({ id, open }) => (open ? [id] : [])));
}

/**
 * A page of requests, newest first; the next one begins after the number of its last. In the order they are due only
 * those are listed of which something may still be done.
 */
export async function listRequests(
  executor: Executor,
  regimes: readonly Regime[],
  page: RequestPage = {},
): Promise<readonly ListedRequest[]> {
  const states = page.order === 'due' ? openStates(regimes) : undefined;
  const requests = await readSealedRequests(executor, { states, ...page });
  return requests.map((request) => list(regimes, request));
}
