import type { Executor, RandomBytes } from '../../store/index.ts';
import { equalHashes } from '../../store/seal.ts';
import { needsCode } from '../rights/index.ts';
import {
  deleteOldSessions,
  deleteSession,
  findSession,
  insertSession,
  readSessionStandings,
  replaceSession,
  type Stage,
  type StoredSession,
  touchSession,
} from './session-store.ts';
import { findStaff, type Staff } from './staff-store.ts';

const ID_BYTES = 32;
const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** How long requests already on their way still find a session that was renewed. */
const GRACE_MS = 30_000;
/** A session seen within this time is not written again: reading must not cost a write each time. */
const TOUCH_MS = 60_000;

/** A session in use, with whose it is. */
export interface LiveSession {
  readonly idHash: string;
  readonly staff: Staff;
  readonly stage: Stage;
  readonly createdAt: string;
  /** Rights changed since it was made: it wants a new id. */
  readonly outdated: boolean;
}

export function hashSessionId({ sealer }: Executor, id: string): string {
  return sealer.hash('session', id);
}

/** What the page sends along with every change. It stays the same when a session is renewed, and differs at every sign-in. */
export function makeCsrfToken({ sealer }: Executor, { staff, createdAt }: LiveSession): string {
  return sealer.hash('csrf', `${staff.id} ${createdAt}`);
}

/** Compares two tokens without telling by its duration where they differ. */
export function equalTokens(one: string, other: string): boolean {
  return equalHashes(one, other);
}

/** What is still asked of somebody whose password was right. */
export function nextStage(staff: Staff, done: { readonly code: boolean }): Stage {
  if (staff.hasAuthenticator && !done.code) return 'code';
  if (staff.oneTimeUntil !== null) return 'password';
  return needsCode(staff.roles) && !staff.hasAuthenticator ? 'enrol' : 'full';
}

/** Opens a session and returns the id for the cookie: 256 random bits, of which only a keyed hash is stored. */
export async function openSession(
  executor: Executor,
  session: { readonly staff: Staff; readonly stage: Stage; readonly createdAt?: string },
  random: RandomBytes,
  now: Date,
): Promise<string> {
  const id = Buffer.from(random(ID_BYTES)).toString('base64url');
  await deleteOldSessions(executor, new Date(now.getTime() - ABSOLUTE_MS));
  await insertSession(executor, {
    idHash: hashSessionId(executor, id),
    staff: session.staff.id,
    stage: session.stage,
    rightsVersion: session.staff.rightsVersion,
    createdAt: session.createdAt ?? now.toISOString(),
    seenAt: now.toISOString(),
  });
  return id;
}

function isOver(session: Pick<StoredSession, 'replacedAt' | 'seenAt' | 'createdAt'>, now: Date): boolean {
  const at = now.getTime();
  if (session.replacedAt !== null && at - Date.parse(session.replacedAt) > GRACE_MS) return true;
  return at - Date.parse(session.seenAt) > IDLE_MS || at - Date.parse(session.createdAt) > ABSOLUTE_MS;
}

/**
 * The session of a cookie; undefined when there is none, it is over, or the account is disabled. What a page asks by
 * itself (`unattended`) does not keep a session from ending of idleness.
 */
export async function readSession(
  executor: Executor,
  id: string,
  now: Date,
  { unattended = false }: { readonly unattended?: boolean } = {},
): Promise<LiveSession | undefined> {
  const idHash = hashSessionId(executor, id);
  const stored = await findSession(executor, idHash);
  if (!stored) return undefined;
  if (isOver(stored, now)) {
    await deleteSession(executor, idHash);
    return undefined;
  }
  const staff = await findStaff(executor, stored.staff);
  if (!staff || staff.disabledAt !== null) return undefined;
  if (!unattended && now.getTime() - Date.parse(stored.seenAt) > TOUCH_MS) await touchSession(executor, idHash, now);
  const outdated = stored.rightsVersion !== staff.rightsVersion;
  // With other rights, other things may be asked: who became an approver needs an authenticator.
  const wanting = outdated && stored.stage === 'full' && needsCode(staff.roles) && !staff.hasAuthenticator;
  const stage = wanting ? 'enrol' : stored.stage;
  return { idHash, staff, stage, createdAt: stored.createdAt, outdated: outdated && stored.replacedBy === null };
}

/** Those of these sessions that are over, replaced, or whose rights are no longer those of the version named. */
export async function findEndedSessions(
  executor: Executor,
  sessions: readonly { readonly idHash: string; readonly rightsVersion: number }[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const hashes = [...new Set(sessions.map(({ idHash }) => idHash))];
  const rows = new Map((await readSessionStandings(executor, hashes)).map((row) => [row.id_hash, row]));
  const ended = sessions.filter(({ idHash, rightsVersion }) => {
    const row = rows.get(idHash);
    if (!row || row.disabled_at !== null || row.replaced_at !== null) return true;
    const times = { replacedAt: null, seenAt: row.seen_at, createdAt: row.created_at };
    return row.rights_version !== rightsVersion || isOver(times, now);
  });
  return new Set(ended.map(({ idHash }) => idHash));
}

/** Puts a new session in the place of one, under a new id; undefined when another request did so first. */
export async function renewSession(
  executor: Executor,
  old: LiveSession,
  stage: Stage,
  random: RandomBytes,
  now: Date,
): Promise<string | undefined> {
  const id = await openSession(executor, { staff: old.staff, stage, createdAt: old.createdAt }, random, now);
  const hash = hashSessionId(executor, id);
  if (await replaceSession(executor, old.idHash, hash, now)) return id;
  await deleteSession(executor, hash);
  return undefined;
}

/** Ends a session and opens the one that follows it at once: a further step of signing in is done. */
export async function advanceSession(
  executor: Executor,
  old: LiveSession,
  stage: Stage,
  random: RandomBytes,
  now: Date,
): Promise<string> {
  await deleteSession(executor, old.idHash);
  return openSession(executor, { staff: old.staff, stage, createdAt: old.createdAt }, random, now);
}
