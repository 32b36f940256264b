import { dayOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import { type Actor, type CaseView, type Command, type Decision, decide, type Refusal } from '../requests/index.ts';
import type { CaseContext } from './case-context.ts';
import { findUnmade, readMade } from './case-documents.ts';
import { followUp } from './follow-up.ts';
import { holdCase, holdConversation, type LoadedCase } from './load-case.ts';
import { openLinked } from './open-linked.ts';
import { changedMeanwhile, storeDecision } from './store-decision.ts';

export interface CaseCommand extends Command {
  readonly number: string;
  readonly actor: Actor;
  /** Number of the last event the actor saw. Left out: whatever the case has come to. */
  readonly expectedVersion?: number | undefined;
}

/** What became of a command. A refusal changes nothing. */
export type Acted =
  | { readonly done: true; readonly regime: Regime; readonly view: CaseView; readonly decision: Decision }
  | { readonly done: false; readonly regime: Regime; readonly view: CaseView; readonly refusal: Refusal };

/** Acts on a case already loaded within the same transaction. */
export async function actOnLoaded(
  context: CaseContext,
  { request, regime, view }: LoadedCase,
  command: Omit<CaseCommand, 'number'>,
): Promise<Acted> {
  const { calendar, now } = context;
  const { actor, expectedVersion } = command;
  if (expectedVersion !== undefined && expectedVersion !== view.version) throw changedMeanwhile(request.number);
  const decided = decide(regime, view, command, { calendar, today: dayOf(now), actor });
  if ('refusal' in decided) return { done: false, regime, view, refusal: decided.refusal };
  const papers = { request, made: await readMade(context, request.number, decided.decision) };
  const unmade = findUnmade(context, papers, decided.decision);
  if (unmade) return { done: false, regime, view, refusal: unmade };
  const linked = await openLinked(context, request, decided.decision, actor);
  const decision = await storeDecision(context, request.number, linked);
  await followUp(context, request, papers, decision);
  return { done: true, regime, view: decision.view, decision };
}

/**
 * Acts on a case within an open transaction: load, decide, append, derive, owe. Citizens, staff and the ticker all come
 * through here.
 * @throws DeskError NOT_FOUND · CASE_CHANGED when the case is not at `expectedVersion` any more
 */
export async function actOnCase(context: CaseContext, command: CaseCommand): Promise<Acted> {
  await holdConversation(context.executor, command.number);
  const loaded = await holdCase(context.executor, context.regimes, command.number);
  if (!loaded) throw new DeskError('NOT_FOUND', `there is no request ${command.number}`);
  return actOnLoaded(context, loaded, command);
}
