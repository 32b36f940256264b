import type { SessionsTable } from '../../store/desk-tables.ts';
import type { Executor } from '../../store/index.ts';

export type Stage = SessionsTable['stage'];

export interface StoredSession {
  readonly idHash: string;
  readonly staff: number;
  readonly stage: Stage;
  readonly rightsVersion: number;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly replacedBy: string | null;
  readonly replacedAt: string | null;
}

export async function findSession({ db }: Executor, idHash: string): Promise<StoredSession | undefined> {
  const row = await db.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst();
  return (
    row && {
      idHash: row.id_hash,
      staff: row.staff,
      stage: row.stage,
      rightsVersion: row.rights_version,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      replacedBy: row.replaced_by,
      replacedAt: row.replaced_at,
    }
  );
}

export async function insertSession(
  { db }: Executor,
  session: Pick<StoredSession, 'idHash' | 'staff' | 'stage' | 'rightsVersion' | 'createdAt' | 'seenAt'>,
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      id_hash: session.idHash,
      staff: session.staff,
      stage: session.stage,
      rights_version: session.rightsVersion,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      replaced_by: null,
      replaced_at: null,
    })
    .execute();
}

/** Marks a session as replaced, once: false when another request did it first. */
export async function replaceSession({ db }: Executor, idHash: string, by: string, now: Date): Promise<boolean> {
  const replaced = await db
    .updateTable('sessions')
    .set({ replaced_by: by, replaced_at: now.toISOString() })
    .where('id_hash', '=', idHash)
    .where('replaced_by', 'is', null)
    .returning('id_hash')
    .executeTakeFirst();
  return replaced !== undefined;
}

export async function touchSession({ db }: Executor, idHash: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: now.toISOString() }).where('id_hash', '=', idHash).execute();
}

export async function deleteSession({ db }: Executor, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
}

export async function deleteSessionsOf({ db }: Executor, staff: number): Promise<void> {
  await db.deleteFrom('sessions').where('staff', '=', staff).execute();
}

export async function deleteOldSessions({ db }: Executor, seenBefore: Date): Promise<void> {
  await db.deleteFrom('sessions').where('seen_at', '<=', seenBefore.toISOString()).execute();
}

/** Sessions that are in use, with whose they are and how their rights stand. */
export async function readSessionStandings({ db }: Executor, idHashes: readonly string[]) {
  if (idHashes.length === 0) return [];
  return db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff')
    .select(['sessions.id_hash', 'sessions.seen_at', 'sessions.created_at', 'sessions.replaced_at'])
    .select(['staff.rights_version', 'staff.disabled_at'])
    .where('sessions.id_hash', 'in', [...idHashes])
    .execute();
}
