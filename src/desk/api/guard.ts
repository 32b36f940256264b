import type { FastifyRequest } from 'fastify';
import type { Executor } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { equalTokens, type LiveSession, makeCsrfToken, readSession } from '../identity/index.ts';
import { type Action, type Actor, may, mayAtAll, NOBODY, NOTHING, type Subject } from '../rights/index.ts';
import { ApiRefusal } from './refusal.ts';
import type { DeskServices } from './services.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who is asking, and by which session. */
export interface Visit {
  readonly actor: Actor;
  readonly session: LiveSession | undefined;
}

export function actorOf(session: LiveSession | undefined): Actor {
  if (!session) return NOBODY;
  const { id, name, unit, roles } = session.staff;
  return { id, name, unit, roles, standing: session.stage };
}

/** A console sends it with what it asks by itself while nobody touches it. */
const UNATTENDED = 'x-unattended';

export async function identify(request: FastifyRequest, services: DeskServices): Promise<Visit> {
  const id = readSessionCookie(request);
  const unattended = request.headers[UNATTENDED] === '1';
  const session = id === undefined ? undefined : await readSession(services.store, id, services.now(), { unattended });
  return { session, actor: actorOf(session) };
}

/** @throws ApiRefusal bad_token unless the call carries the token of its session */
export function checkToken(request: FastifyRequest, { session }: Visit, services: DeskServices): void {
  const given = request.headers['x-csrf-token'];
  const expected = session && makeCsrfToken(services.store, session);
  if (expected === undefined || typeof given !== 'string' || !equalTokens(given, expected)) {
    throw new ApiRefusal('bad_token');
  }
}

/**
 * The first question, asked before anything is read or looked up.
 * @throws ApiRefusal unauthenticated, forbidden
 */
export async function checkParty({ actor }: Visit, action: Action, services: DeskServices): Promise<void> {
  if (mayAtAll(actor, action)) return;
  if (actor.standing !== 'full') throw new ApiRefusal('unauthenticated');
  await recordRefusal(actor, action, services);
  throw new ApiRefusal('forbidden');
}

/** What `decide` says: go on, or refuse in one of two ways that both say nothing. */
export type Decision = 'granted' | 'forbidden' | 'not_found';

/** The second question, asked in the transaction that then does it: nothing can come in between. */
export function decide(actor: Actor, action: Action, found: { readonly subject: Subject } | undefined): Decision {
  if (!found) return 'not_found';
  return may(actor, action, found.subject) ? 'granted' : 'forbidden';
}

export const ON_NOTHING = { subject: NOTHING, thing: undefined };

export async function recordRefusal(actor: Actor, action: Action, services: DeskServices): Promise<void> {
  const entry = { at: services.now().toISOString(), event: 'authz_fail', actor: `staff:${actor.id}` } as const;
  await services.store.transaction((executor: Executor) =>
    appendAudit(executor, { ...entry, subject: '', detail: { action } }),
  );
}
