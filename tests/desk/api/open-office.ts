import { randomBytes } from 'node:crypto';
import { type FastifyInstance, fastify } from 'fastify';
import { sql } from 'kysely';
import { createScanner } from '../../../src/attachments/index.ts';
import { PLAIN_CAPABILITIES } from '../../../src/channel/capabilities.ts';
import type { Day } from '../../../src/day.ts';
import { createDeskApi, type DeskApiOptions, type DeskServices } from '../../../src/desk/api/index.ts';
import { createPasswords, findStaff, type Staff, type Stage } from '../../../src/desk/identity/index.ts';
import { openSession } from '../../../src/desk/identity/sessions.ts';
import { insertStaff } from '../../../src/desk/identity/staff-store.ts';
import type { Keys } from '../../../src/desk/keys/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { importBytes } from '../../../src/reports/open/open-report.ts';
import type { RetentionOptions } from '../../../src/retention/index.ts';
import type { Role } from '../../../src/roles.ts';
import type { ConversationKey, Store } from '../../../src/store/index.ts';
import { messages } from '../../adapters/web/project.ts';
import { scriptedRelease } from '../../delivery/scripted-turn.ts';
import { shippedRules } from '../../requests/lifecycle/shipped-regimes.ts';
import { ENGINE } from '../../store/engine-under-test.ts';
import { NOW } from '../../store/now.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { SOUND, tryHere } from './try-here.ts';
import { UNSET_CHANNEL } from './unset-channel.ts';

/** Real argon2id, as small as it gets. */
export const passwords = createPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 });
export const PASSWORD = 'walnut river nine tables';

/** A key file of which there is only its id. */
export const NO_KEYS: Keys = {
  source: 'file',
  list: () => [{ id: '0123456789abcdef' }],
  begin: () => {},
  end: () => {},
  holdsSpooled: () => false,
};

/** Messages received go after five days; nothing else does. */
export const FIVE_DAYS: Omit<RetentionOptions, 'spoolDirectory'> = {
  rules: [
    {
      data: 'inbox',
      action: 'erase',
      keep: '5 days',
      since: 'received',
      basis: [],
      reason: '测试',
      from: '2020-01-01' as Day,
    },
  ],
  closed: [],
  isKept: () => false,
  erased: () => '',
};

/** A desk open for work on a real store, with a clock that only moves when told to. */
export interface Office {
  readonly app: FastifyInstance;
  /** What the desk's functions are given, over HTTP or not. */
  readonly services: DeskServices;
  readonly store: Store;
  /** Conversations whose followers were told to look. */
  readonly announced: string[];
  readonly now: () => Date;
  readonly wait: (minutes: number) => void;
}

export async function openOffice(options: Partial<DeskApiOptions> = {}, given?: Store): Promise<Office> {
  const store = given ?? (await openTemporary());
  // Power cuts are tested elsewhere; here thousands of small changes are made.
  if (ENGINE === 'sqlite') await sql`pragma synchronous = off`.execute(store.db);
  let at = NOW.getTime();
  const announced: Office['announced'] = [];
  const app = fastify({ trustProxy: true });
  const services = {
    store,
    passwords,
    random: randomBytes,
    now: () => new Date(at),
    messages,
    release: () => scriptedRelease,
    logger: silentLogger,
    caseRules: () => shippedRules,
    knowledge: SOUND,
    tryRelease: tryHere,
    readReport: importBytes,
    checkLinks: async () => new Map(),
    channels: async () => [{ name: 'plain', capabilities: PLAIN_CAPABILITIES }],
    standardHours: () => undefined,
    retention: () => ({ ...FIVE_DAYS, spoolDirectory: '' }),
    channelStandings: async () => [UNSET_CHANNEL],
    keys: NO_KEYS,
    scan: createScanner(''),
    render: async () => new TextEncoder().encode('%PDF'),
    authorityName: () => '某市某局',
    announce: ({ conversation }: ConversationKey) => void announced.push(conversation),
    ...options,
  };
  app.register(createDeskApi({ perAddress: 1_000_000, ...services }), { prefix: '/desk/api' });
  await app.ready();
  return { app, services, store, announced, now: () => new Date(at), wait: (minutes) => (at += minutes * 60_000) };
}

/** An account whose password is `PASSWORD`, ready to sign in. */
export async function hire(
  { store, now }: Pick<Office, 'store' | 'now'>,
  signInName: string,
  roles: readonly Role[],
  account: { readonly name?: string; readonly unit?: number } = {},
): Promise<Staff> {
  const password = await passwords.hash(PASSWORD);
  const { name = signInName, unit = null } = account;
  const id = await store.transaction((executor) =>
    insertStaff(executor, { signInName, name, unit, roles, password, oneTimeUntil: null }, now()),
  );
  const staff = await findStaff(store, id);
  if (!staff) throw new Error('the account was not stored');
  return staff;
}

/** What a browser with this session sends along. */
export interface Browser {
  readonly staff: Staff;
  readonly cookie: string;
  readonly token: string;
}

/** Somebody signed in, all the way or up to a step, without going through it. */
export async function seat(
  { store, now }: Pick<Office, 'store' | 'now'>,
  staff: Staff,
  stage: Stage = 'full',
): Promise<Browser> {
  const id = await store.transaction((executor) => openSession(executor, { staff, stage }, randomBytes, now()));
  const token = store.sealer.hash('csrf', `${staff.id} ${now().toISOString()}`);
  return { staff, cookie: `desk-local=${id}`, token };
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** One call as the desk's own page makes it. */
export async function call(
  { app }: Pick<Office, 'app'>,
  browser: Pick<Browser, 'cookie' | 'token'> | undefined,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, headers = {} }: Sent = {},
) {
  return app.inject({
    method,
    url: `/desk/api${path}`,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(browser ? { cookie: browser.cookie, 'x-csrf-token': browser.token } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
}

/** The browser after an answer: the cookie it was given and the token it read. */
export function follow(answer: Awaited<ReturnType<typeof call>>, staff: Staff): Browser {
  const [cookie] = answer.cookies;
  const body = answer.json();
  return { staff, cookie: `${cookie?.name}=${cookie?.value}`, token: (body.session ?? body).csrfToken };
}
