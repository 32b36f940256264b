import { z } from 'zod';
import { ROLES } from '../../../roles.ts';
import { appendAudit } from '../../audit/index.ts';
import {
  advanceSession,
  beginEnrolment,
  changePassword,
  confirmEnrolment,
  deleteSession,
  deleteSessionsOf,
  enterCode,
  type LiveSession,
  LONGEST_PASSWORD,
  makeChatCode,
  makeCsrfToken,
  nextStage,
  readSession,
  type SignedIn,
  signIn,
} from '../../identity/index.ts';
import { ACTIONS, type Action, listActions } from '../../rights/index.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { actorOf } from '../guard.ts';
import { ApiRefusal } from '../refusal.ts';

/** Who is signed in, how far, and the token every change has to carry in `x-csrf-token`. */
export const sessionSchema = z.object({
  /** What is still asked: a code, a new password, an authenticator to enrol; `full` when nothing is. */
  stage: z.enum(['code', 'password', 'enrol', 'full']),
  csrfToken: z.string(),
  staff: z.object({
    id: z.number().int(),
    name: z.string(),
    signInName: z.string(),
    unit: z.number().int().nullable(),
    roles: z.array(z.enum(ROLES)),
    hasAuthenticator: z.boolean(),
  }),
  /** What they may do to anything at all, by the matrix: the console offers that and nothing else. */
  may: z.array(z.enum(Object.keys(ACTIONS) as [Action, ...Action[]])),
});

const doneSchema = z.object({ done: z.literal(true) });
const DONE = { done: true } as const;
const passwordField = z.string().min(1).max(LONGEST_PASSWORD);

type AnyCall = Call<unknown, unknown, unknown, undefined>;

function showSession({ executor }: AnyCall, session: LiveSession): z.input<typeof sessionSchema> {
  const { id, name, signInName, unit, roles, hasAuthenticator } = session.staff;
  return {
    stage: session.stage,
    csrfToken: makeCsrfToken(executor, session),
    staff: { id, name, signInName, unit, roles: [...roles], hasAuthenticator },
    may: [...listActions(actorOf(session))],
  };
}

const worldOf = ({ services, now, address }: AnyCall) => ({
  store: services.store,
  passwords: services.passwords,
  random: services.random,
  now,
  address,
});

/** The session every endpoint but `session.start` has: the matrix lets nobody else in. */
function sessionOf({ session }: AnyCall): LiveSession {
  if (!session) throw new ApiRefusal('unauthenticated');
  return session;
}

async function enterWith(call: AnyCall, signedIn: SignedIn, wrong: 'wrong_credentials' | 'wrong_code') {
  if (signedIn.kind === 'wait') throw new ApiRefusal('too_many', { retryAfter: signedIn.seconds });
  if (signedIn.kind === 'wrong') throw new ApiRefusal(wrong);
  call.setSession(signedIn.sessionId);
  const session = await readSession(call.executor, signedIn.sessionId, call.now);
  if (!session) throw new ApiRefusal('unauthenticated');
  return showSession(call, session);
}

const start = endpoint({
  method: 'POST',
  path: '/session',
  action: 'session.start',
  summary: 'Sign in with name and password',
  body: z.object({ name: z.string().min(1).max(100), password: passwordField }),
  response: sessionSchema,
  ownTransactions: true,
  withoutSession: true,
  handle: async (call) => enterWith(call, await signIn(worldOf(call), call.body), 'wrong_credentials'),
});

const read = endpoint({
  method: 'GET',
  path: '/session',
  action: 'session.read',
  summary: 'Who is signed in, and what is still asked',
  response: sessionSchema,
  handle: async (call) => showSession(call, sessionOf(call)),
});

const code = endpoint({
  method: 'POST',
  path: '/session/code',
  action: 'session.code',
  summary: 'Give the code of the authenticator, or a recovery code',
  body: z.object({ code: z.string().min(6).max(20) }),
  response: sessionSchema,
  ownTransactions: true,
  handle: async (call) => {
    const session = sessionOf(call);
    return enterWith(call, await enterCode(worldOf(call), session, call.body.code), 'wrong_code');
  },
});

const password = endpoint({
  method: 'POST',
  path: '/session/password',
  action: 'session.password',
  summary: 'Change the own password; every other session ends',
  body: z.object({ current: passwordField, next: passwordField }),
  response: sessionSchema,
  ownTransactions: true,
  handle: async (call) => {
    const session = sessionOf(call);
    const changed = await changePassword(worldOf(call), session, call.body);
    if (changed.kind === 'weak') throw new ApiRefusal(`password_${changed.why}`);
    return enterWith(call, changed, 'wrong_credentials');
  },
});

/** Who has no authenticator yet may enrol one; who has one must lose it (a reset) before the next. */
function checkEnrolling(session: LiveSession): void {
  if (session.staff.hasAuthenticator) throw new ApiRefusal('already_enrolled');
}

const beginEnrolling = endpoint({
  method: 'POST',
  path: '/session/authenticator',
  action: 'session.enrol',
  summary: 'Begin to enrol an authenticator; show the URI as a QR code',
  response: z.object({ uri: z.string(), secret: z.string() }),
  handle: async (call) => {
    const session = sessionOf(call);
    checkEnrolling(session);
    return beginEnrolment(call.executor, session.staff, call.services.authorityName());
  },
});

const confirmEnrolling = endpoint({
  method: 'PUT',
  path: '/session/authenticator',
  action: 'session.enrol',
  summary: 'Confirm the authenticator by a first code; the recovery codes are shown this once',
  body: z.object({ code: z.string().regex(/^\s*(?:\d\s*){6}$/u) }),
  response: z.object({ recoveryCodes: z.array(z.string()), session: sessionSchema }),
  handle: async (call) => {
    const session = sessionOf(call);
    checkEnrolling(session);
    const { executor, services, now } = call;
    const recoveryCodes = await confirmEnrolment(executor, session.staff, call.body.code, services.random, now);
    if (!recoveryCodes) throw new ApiRefusal('wrong_code');
    const staff = { ...session.staff, hasAuthenticator: true };
    const stage = nextStage(staff, { code: true });
    const id = await advanceSession(executor, { ...session, staff }, stage, services.random, now);
    call.setSession(id);
    return { recoveryCodes: [...recoveryCodes], session: showSession(call, { ...session, staff, stage }) };
  },
});

async function recordEnd(call: AnyCall, detail: { readonly everywhere: boolean }): Promise<void> {
  await appendAudit(call.executor, {
    at: call.now.toISOString(),
    event: 'session_ended',
    actor: `staff:${call.actor.id}`,
    subject: '',
    detail,
  });
}

const end = endpoint({
  method: 'DELETE',
  path: '/session',
  action: 'session.end',
  summary: 'Sign out',
  response: doneSchema,
  handle: async (call) => {
    await deleteSession(call.executor, sessionOf(call).idHash);
    await recordEnd(call, { everywhere: false });
    call.setSession(null);
    return DONE;
  },
});

const endAll = endpoint({
  method: 'DELETE',
  path: '/sessions',
  action: 'session.end_all',
  summary: 'Sign out everywhere',
  response: doneSchema,
  handle: async (call) => {
    await deleteSessionsOf(call.executor, call.actor.id);
    await recordEnd(call, { everywhere: true });
    call.setSession(null);
    return DONE;
  },
});

const chatCode = endpoint({
  method: 'POST',
  path: '/session/chat-code',
  action: 'session.chat_code',
  summary: 'A code to type once in the room of staff on a chat platform: that account there is then this one',
  response: z.object({ code: z.string(), until: z.string() }),
  handle: ({ executor, actor, services, now }) => makeChatCode(executor, actor.id, services.random, now),
});

export const SESSION_ENDPOINTS: readonly Endpoint[] = [
  start,
  read,
  code,
  password,
  beginEnrolling,
  confirmEnrolling,
  end,
  endAll,
  chatCode,
];
