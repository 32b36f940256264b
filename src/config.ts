import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { DeskError } from './errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ROOT = resolve(import.meta.dirname, '..');

/** Whether this names a PostgreSQL database. */
function isDatabaseUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

function isRedisUrl(text: string): boolean {
  return /^rediss?:\/\//u.test(text) && URL.canParse(text);
}

/** Every setting, with its default and what it does. The only place that knows their names. */
const settingsSchema = z.object({
  DESK_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  DESK_PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Port to listen on; 0 takes a free one'),
  DESK_DATA: z.string().min(1).default(join(ROOT, 'data')).describe('Folder of the database and the key file'),
  DESK_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/u, 'must be 32 bytes in base64 (44 characters)')
    .optional()
    .describe('Key that seals personal data; without it a key file is made in DESK_DATA'),
  DESK_KEY_OLD: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/u, 'must be 32 bytes in base64 (44 characters)')
    .optional()
    .describe('The key before DESK_KEY, until ./desk keys rotate is done'),
  DESK_CIPHER: z
    .enum(['aes-256-gcm', 'sm4-cbc'])
    .default('aes-256-gcm')
    .describe('How personal data is sealed: aes-256-gcm, or sm4-cbc with hmac-sm3'),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      'must look like postgres://user:password@host:5432/database; in a password write @ : / # ? % as %40 %3A %2F %23 %3F %25',
    )
    .optional()
    .describe('PostgreSQL database to keep everything in, instead of a file in DESK_DATA'),
  REDIS_URL: z
    .string()
    .refine(isRedisUrl, 'must look like redis://user:password@host:6379/0, or rediss:// over TLS')
    .optional()
    .describe(
      'Redis through which several processes count calls together and tell each other what is new; nothing that must last is kept there, and without it each counts for itself',
    ),
  DESK_DB_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .describe('Connections to PostgreSQL at most, per process'),
  DESK_DB_CONNECT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(5000)
    .describe('Milliseconds to wait for a connection to PostgreSQL'),
  DESK_DB_STATEMENT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(10_000)
    .describe('Milliseconds one statement may take; a connection silent for two seconds more counts as lost'),
  DESK_ROLE: z
    .enum(['all', 'web', 'worker'])
    .default('all')
    .describe(
      'What this process does: web takes messages in and serves the pages, worker handles and sends, all does both; any number of each share a PostgreSQL',
    ),
  DESK_KNOWLEDGE: z.string().min(1).default(join(ROOT, 'knowledge')).describe('Folder of the knowledge base'),
  DESK_AUTHORITY: z
    .string()
    .regex(/^[a-z0-9-]+$/u, 'must be the name of a folder under DESK_KNOWLEDGE')
    .default('shenyang-petition-bureau')
    .describe('Which authority this desk serves'),
  DESK_LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe('How much is logged'),
  DESK_LOCALE: z.enum(['zh-CN', 'en']).default('zh-CN').describe('Language of the command line'),
  DESK_PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe('Address at which people reach the chat page, for links from chat platforms'),
  DESK_OIDC_ISSUER: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe("The house's own sign-in service (OpenID Connect), for staff"),
  DESK_OIDC_CLIENT_ID: z.string().optional().describe('Name of the desk at the sign-in service'),
  DESK_OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of the desk at the sign-in service'),
  DESK_OIDC_CLAIM: z.string().min(1).default('sub').describe('Claim that names an account; assigned by the service'),
  DESK_TRUST_PROXY: z
    .string()
    .default('')
    .describe('Addresses of proxies whose X-Forwarded-For is believed, separated by spaces'),
  DESK_STAFF_QUIET_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(10)
    .describe('Minutes a citizen waits for a word of the staff before the bot answers again'),
  DESK_STAFF_IDLE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(24)
    .describe('Hours after which a conversation with staff in which nobody writes is over'),
  DESK_SCANNER: z
    .string()
    .regex(
      /^(?:off|clamd:(?:\/.+|[^\s:]+:\d+)|command:\S.*)$/u,
      'must be off, clamd:/path or clamd:host:port, or command:program',
    )
    .default('off')
    .describe(
      'Virus scanner for files people send: off, clamd:/run/clamav/clamd.ctl, clamd:host:3310, or command:PROGRAM that reads standard input and ends with 1 when it finds something',
    ),
  DESK_DIGEST_MAIL: z
    .string()
    .min(1)
    .optional()
    .describe('Folder every digest is laid into as an e-mail file (.eml) when it is made; without it none are'),
  DESK_EMBED: z.string().default('').describe('Origins that may embed the chat widget, separated by spaces'),
});

/** A PostgreSQL database and how long to wait for it. */
export interface DatabaseSettings {
  /** Holds the password: never shown, never logged. */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
  readonly connectMs: number;
  readonly statementMs: number;
}

export interface Config {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Folder for what can be worked out again. */
  readonly cacheDirectory: string;
  readonly key: string | undefined;
  readonly oldKey: string | undefined;
  readonly cipher: 'aes-256-gcm' | 'sm4-cbc';
  /** The PostgreSQL database; without it a file in `dataDirectory`. */
  readonly database: DatabaseSettings | undefined;
  /** Redis for counts and notices; it may be lost at any time. Holds the password. */
  readonly redisUrl: string | undefined;
  /** What this process does: takes messages in and serves pages, handles and sends, or both. */
  readonly role: 'all' | 'web' | 'worker';
  readonly knowledgeDirectory: string;
  readonly authority: string;
  readonly messagesDirectory: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly locale: 'zh-CN' | 'en';
  readonly publicUrl: string | undefined;
  /** The house's own sign-in service for staff. */
  readonly singleSignOn?:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly claim: string }
    | undefined;
  /** Minutes a citizen waits for a word of the staff before the bot answers again. */
  readonly staffQuietMinutes: number;
  /** Hours after which a conversation with staff in which nobody writes is over. */
  readonly staffIdleHours: number;
  /** Virus scanner for files people send: `off`, `clamd:PLACE` or `command:PROGRAM`. */
  readonly scanner: string;
  /** Folder for the e-mail files of digests. */
  readonly digestMailFolder?: string | undefined;
  readonly embedOrigins: readonly string[];
  /** Proxies whose word on the sender's address is believed. */
  readonly trustedProxies: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The database settings, when a database is named. */
function readDatabase(settings: z.infer<typeof settingsSchema>): DatabaseSettings | undefined {
  const { DATABASE_URL: url, DESK_DB_POOL, DESK_DB_CONNECT_MS, DESK_DB_STATEMENT_MS } = settings;
  if (url === undefined) return undefined;
  return { url, poolSize: DESK_DB_POOL, connectMs: DESK_DB_CONNECT_MS, statementMs: DESK_DB_STATEMENT_MS };
}

/** Settings of the environment over those of `.env`; empty values count as not set. */
function gather(environment: Environment, file: string): Record<string, string> {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = Object.entries({ ...fromFile, ...environment });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function readSingleSignOn(settings: z.output<typeof settingsSchema>): Config['singleSignOn'] {
  const { DESK_OIDC_ISSUER: issuer, DESK_OIDC_CLIENT_ID: clientId, DESK_OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) {
    throw new DeskError('CONFIG_INVALID', 'DESK_OIDC_ISSUER needs DESK_OIDC_CLIENT_ID and DESK_OIDC_CLIENT_SECRET', {
      hint: 'docs/settings.md lists the settings and their values.',
    });
  }
  return { issuer, clientId, clientSecret, claim: settings.DESK_OIDC_CLAIM };
}

/** Names that begin like a setting of ours and are none: most likely a slip of the pen. `DESK_TEST_…` speaks to the tests. */
function findUnknown(values: Record<string, string>): string[] {
  const known = new Set(Object.keys(settingsSchema.shape));
  return Object.keys(values).filter((name) => /^DESK_(?!TEST_)/u.test(name) && !known.has(name));
}

/**
 * Reads all settings at once.
 * @throws DeskError CONFIG_INVALID naming every setting that does not hold, not only the first
 */
export function readConfig(environment: Environment = process.env, directory = process.cwd()): Config {
  const values = gather(environment, join(directory, '.env'));
  const parsed = settingsSchema.safeParse(values);
  const problems = findUnknown(values).map((name) => `${name}: no such setting`);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (!parsed.success || problems.length) {
    throw new DeskError('CONFIG_INVALID', problems.join('\n'), {
      hint: 'docs/settings.md lists the settings and their values.',
    });
  }
  const settings = parsed.data;
  return {
    root: ROOT,
    host: settings.DESK_HOST,
    port: settings.DESK_PORT,
    dataDirectory: resolve(directory, settings.DESK_DATA),
    cacheDirectory: join(ROOT, '.tools', 'cache'),
    key: settings.DESK_KEY,
    oldKey: settings.DESK_KEY_OLD,
    cipher: settings.DESK_CIPHER,
    database: readDatabase(settings),
    redisUrl: settings.REDIS_URL,
    role: settings.DESK_ROLE,
    knowledgeDirectory: resolve(directory, settings.DESK_KNOWLEDGE),
    authority: settings.DESK_AUTHORITY,
    messagesDirectory: join(ROOT, 'messages'),
    logLevel: settings.DESK_LOG_LEVEL,
    locale: settings.DESK_LOCALE,
    publicUrl: settings.DESK_PUBLIC_URL,
    singleSignOn: readSingleSignOn(settings),
    staffQuietMinutes: settings.DESK_STAFF_QUIET_MINUTES,
    staffIdleHours: settings.DESK_STAFF_IDLE_HOURS,
    scanner: settings.DESK_SCANNER,
    digestMailFolder: settings.DESK_DIGEST_MAIL && resolve(directory, settings.DESK_DIGEST_MAIL),
    embedOrigins: settings.DESK_EMBED.split(/\s+/u).filter(Boolean),
    trustedProxies: settings.DESK_TRUST_PROXY.split(/\s+/u).filter(Boolean),
  };
}

/** Settings that are not the desk's own, of the environment and `.env`: the platforms' are among them. */
export function readOtherSettings(
  environment: Environment = process.env,
  directory = process.cwd(),
): Readonly<Record<string, string>> {
  const values = gather(environment, join(directory, '.env'));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('DESK_')));
}

/** Names, defaults and meanings of the settings, for `doctor` and the README. */
export function describeSettings(): { name: string; meaning: string; fallback: string }[] {
  return Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined);
    const fallback = parsed.success && parsed.data !== undefined ? String(parsed.data).replace(`${ROOT}/`, '') : '';
    return { name, meaning: schema.description ?? '', fallback };
  });
}
