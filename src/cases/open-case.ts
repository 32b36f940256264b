import { type Day, dayOf, parseDay } from '../day.ts';
import type { Documented } from '../documents/facts-of-request.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import type { Draft } from '../requests/form/draft.ts';
import { type Actor, type Command, type Decision, decide, type Refusal, regimeOn } from '../requests/index.ts';
import { emptyCase } from '../requests/lifecycle/case-view.ts';
import { type ConversationKey, hashSecret, makeSecret, personalOf, type RandomBytes } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';
import { findUnmade } from './case-documents.ts';
import { storeNewCase } from './store-new-case.ts';
import { takeRequestNumber } from './take-request-number.ts';

export interface NewCase extends Command {
  readonly draft: Draft;
  /** Where the request came from: answers to it go there. */
  readonly key: ConversationKey;
  readonly actor: Actor;
  readonly random: RandomBytes;
  /** First part of request numbers: SPB in SPB-2026-000001. */
  readonly numberPrefix: string;
}

export type Opened =
  | { readonly done: true; readonly number: string; readonly secret: string; readonly decision: Decision }
  | { readonly done: false; readonly regime: Regime; readonly refusal: Refusal };

/** The day a request was filed on: today, or the day staff say it was handed in or posted. */
function filedOn({ fields }: Command, today: Day): Day {
  const said = fields?.filedOn;
  return (typeof said === 'string' ? parseDay(said) : undefined) ?? today;
}

/** A draft as its documents print it, before it has a number. */
function describeDraft({ draft, key }: NewCase, day: Day): Documented {
  const { channel } = key;
  const { description = '', applicant = null, documentKind = null, provision = null, delivery = null } = draft;
  const facts = { description, applicant, documentKind, provision, delivery, personal: personalOf(draft) };
  return { number: '–', channel, filedOn: day, receivedOn: null, dueOn: null, ...facts };
}

/** Opens a case with its first event, `filed` by the requester or `entered` by staff, within an open transaction. */
export async function openCase(context: CaseContext, request: NewCase): Promise<Opened> {
  const { executor, calendar, now } = context;
  const today = dayOf(now);
  const day = filedOn(request, today);
  const regime = regimeOn(context.regimes, day);
  const decided = decide(regime, emptyCase(regime.id), request, { calendar, today, actor: request.actor });
  if ('refusal' in decided) return { done: false, regime, refusal: decided.refusal };
  const { decision } = decided;
  const unmade = findUnmade(context, { request: describeDraft(request, day), made: [] }, decision);
  if (unmade) return { done: false, regime, refusal: unmade };
  const number = await takeRequestNumber(context, request.numberPrefix);
  const secret = makeSecret(request.random);
  const secretHash = hashSecret(executor.sealer, number, secret);
  const row = { number, draft: request.draft, secretHash, filedOn: day, at: now };
  return { done: true, number, secret, decision: await storeNewCase(context, request.key, row, decision) };
}
