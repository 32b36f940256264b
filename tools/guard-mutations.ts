/** A guard of the desk taken out: one text of one file in the place of another. */
export interface Mutation {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Below `tests/desk`: what is tried first. Where it does not see the guard missing, all tests of the desk are. */
  readonly tests: readonly string[];
}

const API = 'src/desk/api';
const IDENTITY = 'src/desk/identity';

/** Every guard, each with the tests that see it missing. To add a guard is to add its line. */
export const MUTATIONS: readonly Mutation[] = [
  {
    guard: 'the first question about the role',
    file: `${API}/guard.ts`,
    from: 'if (mayAtAll(actor, action)) return;',
    to: 'return;',
    tests: ['api/matrix'],
  },
  {
    guard: 'the second question about the thing',
    file: `${API}/guard.ts`,
    from: "may(actor, action, found.subject) ? 'granted' : 'forbidden'",
    to: "'granted'",
    tests: ['api/matrix'],
  },
  {
    guard: 'the token of the session',
    file: `${API}/mount.ts`,
    from: 'checkToken(request, visit, services);',
    to: '{}',
    tests: ['api/gate'],
  },
  {
    guard: 'the origin',
    file: `${API}/create-desk-api.ts`,
    from: 'checkOrigin(request, options);',
    to: '',
    tests: ['api/gate'],
  },
  {
    guard: 'the host',
    file: `${API}/check-origin.ts`,
    from: 'checkHost(request, names);',
    to: '',
    tests: ['api/gate'],
  },
  {
    guard: 'https away from this machine',
    file: `${API}/session-cookie.ts`,
    from: "throw new ApiRefusal('https_needed');",
    to: '{}',
    tests: ['api/sign-in'],
  },
  {
    guard: 'routes without an action',
    file: `${API}/mount.ts`,
    from: 'if (action === undefined || !(action in ACTIONS))',
    to: 'if (false)',
    tests: ['api/gate'],
  },
  {
    guard: 'fields by role',
    file: `${API}/mount.ts`,
    from: 'endpoint.view ? endpoint.view(visit.actor).parse(result) : result',
    to: 'result',
    tests: ['api/requests'],
  },
  {
    guard: 'the rate limit',
    file: `${API}/create-desk-api.ts`,
    from: 'options.perAddress ?? PER_ADDRESS',
    to: '1e9',
    tests: ['api/gate'],
  },
  {
    guard: 'idle and absolute time',
    file: `${IDENTITY}/sessions.ts`,
    from: 'if (isOver(stored, now))',
    to: 'if (false)',
    tests: ['api/sign-in'],
  },
  {
    guard: 'disabled accounts',
    file: `${IDENTITY}/sign-in.ts`,
    from: 'if (!staff || staff.disabledAt !== null) return undefined;',
    to: 'if (!staff) return undefined;',
    tests: ['api/sign-in', 'api/rights-change'],
  },
  {
    guard: 'waiting after wrong passwords',
    file: `${IDENTITY}/sign-in.ts`,
    from: "if (seconds > 0) return { kind: 'wait', seconds };",
    to: '',
    tests: ['api/sign-in'],
  },
  {
    guard: 'waiting after wrong codes',
    file: `${IDENTITY}/enter-code.ts`,
    from: "if (seconds > 0) return { kind: 'wait', seconds };",
    to: '',
    tests: ['api/sign-in'],
  },
  {
    guard: 'a code once',
    file: `${IDENTITY}/authenticator-store.ts`,
    from: ".where('totp_step', '<', step)",
    to: '',
    tests: ['api/sign-in'],
  },
  {
    guard: 'the authenticator roles need',
    file: 'src/desk/rights/role-rules.ts',
    from: 'return roles.some((role) => NEED_CODE.has(role));',
    to: 'return roles.length < 0;',
    tests: ['api/sign-in', 'api/rights-change'],
  },
  {
    guard: 'roles that stand alone',
    file: 'src/desk/rights/role-rules.ts',
    from: 'roles.length > 1 ?',
    to: 'roles.length > 99 ?',
    tests: ['api/sign-in', 'api/rights-change'],
  },
  {
    guard: 'one winner of a claim',
    file: 'src/desk/conversations/visit-store.ts',
    from: ".where('claimed_by', claim.from === null ? 'is' : '=', claim.from)",
    to: '',
    tests: ['races'],
  },
  {
    guard: 'the version of an answer somebody decides on',
    file: 'src/store/held-answer-store.ts',
    from: ".where('id', '=', id)\n    .where('state', '=', 'waiting')\n    .where('version', '=', version)",
    to: ".where('id', '=', id)",
    tests: ['held-answers'],
  },
  {
    guard: 'the rights a held reply is sent with',
    file: 'src/desk/replies/held-reply-job.ts',
    from: '(await maySend(executor, visit, reply.heldBy)) &&',
    to: '',
    tests: ['replies'],
  },
  {
    guard: 'the hash over the row before',
    file: 'src/desk/audit/audit-store.ts',
    from: 'JSON.stringify([previous, seq,',
    to: 'JSON.stringify([seq,',
    tests: ['audit'],
  },
  {
    guard: 'disabled accounts with a session',
    file: `${IDENTITY}/sessions.ts`,
    from: 'if (!staff || staff.disabledAt !== null) return undefined;',
    to: 'if (!staff) return undefined;',
    tests: ['api/rights-change'],
  },
  {
    guard: 'who may follow events',
    file: `${API}/event-routes.ts`,
    from: 'await checkParty(visit, ACTION, services);',
    to: '',
    tests: ['api/events'],
  },
  {
    guard: 'the page a stream is asked from',
    file: `${API}/event-routes.ts`,
    from: 'checkOwnPage(request);\n',
    to: '\n',
    tests: ['api/events'],
  },
  {
    guard: 'what a stream may tell',
    file: 'src/desk/events/may-hear.ts',
    from: 'action !== undefined && mayAtAll(actor, action)',
    to: 'action !== undefined',
    tests: ['api/events'],
  },
  {
    guard: 'streams of sessions that ended',
    file: 'src/desk/events/event-streams.ts',
    from: 'ended.has(sessionHash)',
    to: "ended.has('')",
    tests: ['api/events', 'api/rights-change'],
  },
  {
    guard: 'whose a held step or reply is',
    file: 'src/desk/holding/hold.ts',
    from: 'own.some((each) => each.id === id) ?',
    to: 'own.length >= 0 ?',
    tests: ['replies', 'api/held-steps'],
  },
  {
    guard: 'the rights a held step is done with',
    file: 'src/desk/held-steps/held-step-job.ts',
    from: "if (!mayAtAll(actor, 'request.act')) return write('desk.forbidden');",
    to: '',
    tests: ['api/held-steps'],
  },
  {
    guard: 'the role of who acts from a chat',
    file: `${API}/call-endpoint.ts`,
    from: 'await checkParty({ actor, session: undefined }, endpoint.action, services);',
    to: '',
    tests: ['room'],
  },
  {
    guard: 'nobody approves their own draft',
    file: 'src/requests/lifecycle/conditions.ts',
    from: 'view.drafter !== actor.id',
    to: 'view.drafter !== null',
    tests: ['../requests/lifecycle/only-these-may-act'],
  },
  {
    guard: 'nobody approves their own proposal',
    file: 'src/requests/lifecycle/conditions.ts',
    from: 'view.proposer !== actor.id',
    to: 'view.proposer !== null',
    tests: ['../requests/lifecycle/only-these-may-act'],
  },
  {
    guard: 'whose an answer is one has written in',
    file: `${API}/routes/answers.ts`,
    from: 'own: answer.editedBy === actor.id',
    to: 'own: false',
    tests: ['held-answers'],
  },
];
