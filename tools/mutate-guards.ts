/**
 * Takes each guard of the desk's HTTP interface out in turn, in a copy of the project, and runs its tests: they have to
 * fail. Run it after a change to a guard: `node tools/mutate-guards.ts`; it ends with 1 when a guard is missed by nobody.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Mutation {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const API = 'src/desk/api';
const IDENTITY = 'src/desk/identity';

const MUTATIONS: readonly Mutation[] = [
  {
    guard: 'the first question about the role',
    file: `${API}/guard.ts`,
    from: 'if (mayAtAll(actor, action)) return;',
    to: 'return;',
  },
  {
    guard: 'the second question about the thing',
    file: `${API}/guard.ts`,
    from: "may(actor, action, found.subject) ? 'granted' : 'forbidden'",
    to: "'granted'",
  },
  {
    guard: 'the token of the session',
    file: `${API}/mount.ts`,
    from: 'checkToken(request, visit, services);',
    to: '{}',
  },
  { guard: 'the origin', file: `${API}/create-desk-api.ts`, from: 'checkOrigin(request, options);', to: '' },
  { guard: 'the host', file: `${API}/check-origin.ts`, from: 'checkHost(request, names);', to: '' },
  {
    guard: 'https away from this machine',
    file: `${API}/session-cookie.ts`,
    from: "throw new ApiRefusal('https_needed');",
    to: '{}',
  },
  {
    guard: 'routes without an action',
    file: `${API}/mount.ts`,
    from: 'if (action === undefined || !(action in ACTIONS))',
    to: 'if (false)',
  },
  {
    guard: 'fields by role',
    file: `${API}/mount.ts`,
    from: 'endpoint.view ? endpoint.view(visit.actor).parse(result) : result',
    to: 'result',
  },
  { guard: 'the rate limit', file: `${API}/create-desk-api.ts`, from: 'options.perAddress ?? PER_ADDRESS', to: '1e9' },
  {
    guard: 'idle and absolute time',
    file: `${IDENTITY}/sessions.ts`,
    from: 'if (isOver(stored, now))',
    to: 'if (false)',
  },
  {
    guard: 'disabled accounts',
    file: `${IDENTITY}/sign-in.ts`,
    from: 'if (!staff || staff.disabledAt !== null) return undefined;',
    to: 'if (!staff) return undefined;',
  },
  {
    guard: 'waiting after wrong passwords',
    file: `${IDENTITY}/sign-in.ts`,
    from: "if (seconds > 0) return { kind: 'wait', seconds };",
    to: '',
  },
  {
    guard: 'waiting after wrong codes',
    file: `${IDENTITY}/enter-code.ts`,
    from: "if (seconds > 0) return { kind: 'wait', seconds };",
    to: '',
  },
  { guard: 'a code once', file: `${IDENTITY}/authenticator-store.ts`, from: ".where('totp_step', '<', step)", to: '' },
  {
    guard: 'the authenticator roles need',
    file: 'src/desk/rights/role-rules.ts',
    from: 'return roles.some((role) => NEED_CODE.has(role));',
    to: 'return roles.length < 0;',
  },
  {
    guard: 'roles that stand alone',
    file: 'src/desk/rights/role-rules.ts',
    from: 'roles.length > 1 ?',
    to: 'roles.length > 99 ?',
  },
  {
    guard: 'one winner of a claim',
    file: 'src/desk/conversations/visit-store.ts',
    from: ".where('claimed_by', claim.from === null ? 'is' : '=', claim.from)",
    to: '',
  },
  {
    guard: 'the version of an answer somebody decides on',
    file: 'src/store/held-answer-store.ts',
    from: ".where('id', '=', id)\n    .where('state', '=', 'waiting')\n    .where('version', '=', version)",
    to: ".where('id', '=', id)",
  },
  {
    guard: 'the rights a held reply is sent with',
    file: 'src/desk/replies/held-reply-job.ts',
    from: '(await maySend(executor, visit, reply.heldBy)) &&',
    to: '',
  },
  {
    guard: 'the hash over the row before',
    file: 'src/desk/audit/audit-store.ts',
    from: 'JSON.stringify([previous, seq,',
    to: 'JSON.stringify([seq,',
  },
];

const root = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'desk-mutate-'));
const missed: string[] = [];

function survives(): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const tests = ['api', 'audit', 'held-answers', 'replies'].map((name) => `tests/desk/${name}`);
  const options = { cwd: copy, env: { ...process.env, CI: '' } };
  return (
    spawnSync(process.execPath, [vitest, 'run', '--project', 'desk', '--bail', '1', ...tests], options).status === 0
  );
}

try {
  for (const name of ['src', 'tests', 'adapters', 'messages', 'docs', 'knowledge', 'package.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  if (!survives()) throw new Error('the tests fail as they are; mend that first');
  for (const { guard, file, from, to } of MUTATIONS) {
    const whole = readFileSync(join(copy, file), 'utf8');
    if (!whole.includes(from)) throw new Error(`${file} does not say "${from}": bring the mutation up to date`);
    writeFileSync(join(copy, file), whole.replace(from, to));
    const missing = survives();
    if (missing) missed.push(guard);
    process.stdout.write(`${missing ? 'MISSED' : 'found '}  ${guard}\n`);
    writeFileSync(join(copy, file), whole);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed.length ? 1 : 0;
