import type { Regime } from '../knowledge/schema/regime.ts';
import { type CaseView, regimeNamed, replay } from '../requests/index.ts';
import {
  type Executor,
  findRequest,
  nameConversation,
  nameConversationsOf,
  nameRequest,
  readEventsOf,
  readRequestEvents,
  readRequests,
  type StoredEvent,
  type StoredRequest,
} from '../store/index.ts';

/** A request with its whole log and what follows from it. */
export interface LoadedCase {
  readonly request: StoredRequest;
  readonly regime: Regime;
  readonly events: readonly StoredEvent[];
  readonly view: CaseView;
}

function putTogether(regimes: readonly Regime[], request: StoredRequest, events: readonly StoredEvent[]): LoadedCase {
  const regime = regimeNamed(regimes, request.regime);
  return { request, regime, events, view: replay(regime, events) };
}

/** The case of a request already at hand. */
export async function replayCase(
  executor: Executor,
  regimes: readonly Regime[],
  request: StoredRequest,
): Promise<LoadedCase> {
  return putTogether(regimes, request, await readRequestEvents(executor, request.number));
}

/** Conversations are held before cases, as a requester's own message does: two that wait for each other end both. */
export async function holdConversation(executor: Executor, number: string): Promise<void> {
  const request = await findRequest(executor, number);
  if (request) await executor.lock(nameConversation(request));
}

/** A case to be changed, held until the end of the open transaction; undefined when there is none. */
export async function holdCase(
  executor: Executor,
  regimes: readonly Regime[],
  number: string,
): Promise<LoadedCase | undefined> {
  await executor.lock(nameRequest(number));
  return loadCase(executor, regimes, number);
}

/**
 * Cases to be changed together, at most a few hundred, held until the end of the open transaction; by number. Their
 * conversations are held first, all in one order.
 */
export async function holdCases(
  executor: Executor,
  regimes: readonly Regime[],
  numbers: readonly string[],
): Promise<ReadonlyMap<string, LoadedCase>> {
  for (const name of await nameConversationsOf(executor, numbers)) await executor.lock(name);
  for (const number of numbers) await executor.lock(nameRequest(number));
  const requests = await readRequests(executor, { numbers, limit: numbers.length });
  const logs = await readEventsOf(executor, numbers);
  return new Map(
    requests.map((request) => [request.number, putTogether(regimes, request, logs.get(request.number) ?? [])]),
  );
}

/** A case by its number; undefined when there is none. */
export async function loadCase(
  executor: Executor,
  regimes: readonly Regime[],
  number: string,
): Promise<LoadedCase | undefined> {
  const request = await findRequest(executor, number);
  return request && replayCase(executor, regimes, request);
}
