import type { Kysely, QueryExecutorProvider, SchemaModule } from 'kysely';
import { DeskError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { createAnnualReports } from './migrations/annual-reports.ts';
import { createAttachments } from './migrations/attachments.ts';
import { createCannedReplies } from './migrations/canned-replies.ts';
import { createCases } from './migrations/cases.ts';
import { createChanges } from './migrations/changes.ts';
import { addClaims } from './migrations/claims.ts';
import { createConversationLeases } from './migrations/conversation-leases.ts';
import { deriveOlderRequests } from './migrations/derived-requests.ts';
import { createDigests } from './migrations/digests.ts';
import { createDocuments } from './migrations/documents.ts';
import { createFirstTables } from './migrations/first-tables.ts';
import { createHandOvers } from './migrations/hand-overs.ts';
import { createHeldAnswers } from './migrations/held-answers.ts';
import { createHeldSteps } from './migrations/held-steps.ts';
import { createHours } from './migrations/hours.ts';
import { createInquiries } from './migrations/inquiries.ts';
import { createKnowledgeDesk } from './migrations/knowledge-desk.ts';
import { addLeftWords } from './migrations/left-words.ts';
import { createLinkChecks } from './migrations/link-checks.ts';
import { findOwedLines } from './migrations/owed-lines-found.ts';
import { addOwedMessages } from './migrations/owed-messages.ts';
import { createPlatformTokens } from './migrations/platform-tokens.ts';
import { createRatings } from './migrations/ratings.ts';
import { createReleases } from './migrations/releases.ts';
import { createRequestIndex } from './migrations/request-index.ts';
import { indexRequestLists } from './migrations/request-lists.ts';
import { createRetention } from './migrations/retention.ts';
import { addReturns } from './migrations/returns.ts';
import { createStaff } from './migrations/staff.ts';
import { createStaffReplies } from './migrations/staff-replies.ts';
import { createStaffRooms } from './migrations/staff-rooms.ts';
import { createTimers } from './migrations/timers.ts';
import { findWaitingMessages } from './migrations/waiting-messages.ts';
import { widenCounters } from './migrations/wide-counters.ts';
import type { StorePlatform } from './platform.ts';
import type { Tables } from './tables.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  /** `db` is for rows that are there already. */
  readonly apply: (schema: SchemaModule, platform: StorePlatform, db: QueryExecutorProvider) => Promise<void>;
}

/** In order. A migration that has been released is never changed; add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'first tables', apply: createFirstTables },
  { number: 2, name: 'owed messages', apply: addOwedMessages },
  { number: 3, name: 'hand-overs', apply: createHandOvers },
  { number: 4, name: 'timers', apply: createTimers },
  { number: 5, name: 'documents', apply: createDocuments },
  { number: 6, name: 'wide counters', apply: widenCounters },
  { number: 7, name: 'request index', apply: createRequestIndex },
  { number: 8, name: 'staff, sessions and audit', apply: createStaff },
  { number: 9, name: 'claims', apply: addClaims },
  { number: 10, name: 'releases', apply: createReleases },
  { number: 11, name: 'cases', apply: createCases },
  { number: 12, name: 'returns', apply: addReturns },
  { number: 13, name: 'left words', apply: addLeftWords },
  { number: 14, name: 'ratings', apply: createRatings },
  { number: 15, name: 'retention', apply: createRetention },
  { number: 16, name: 'changes', apply: createChanges },
  { number: 17, name: 'inquiries', apply: createInquiries },
  { number: 18, name: 'owed lines found', apply: findOwedLines },
  { number: 19, name: 'attachments', apply: createAttachments },
  { number: 20, name: 'canned replies', apply: createCannedReplies },
  { number: 21, name: 'request lists', apply: indexRequestLists },
  { number: 22, name: 'platform tokens', apply: createPlatformTokens },
  { number: 23, name: 'conversation leases', apply: createConversationLeases },
  { number: 24, name: 'knowledge desk', apply: createKnowledgeDesk },
  { number: 25, name: 'annual reports', apply: createAnnualReports },
  { number: 26, name: 'held steps', apply: createHeldSteps },
  { number: 27, name: 'hours', apply: createHours },
  { number: 28, name: 'staff rooms', apply: createStaffRooms },
  { number: 29, name: 'held answers', apply: createHeldAnswers },
  { number: 30, name: 'staff replies', apply: createStaffReplies },
  { number: 31, name: 'older requests derived', apply: deriveOlderRequests },
  { number: 32, name: 'digests', apply: createDigests },
  { number: 33, name: 'link checks', apply: createLinkChecks },
  { number: 34, name: 'waiting messages found', apply: findWaitingMessages },
];

/** A migration, and when it was applied here; null when it was not yet. */
export interface MigrationStanding {
  readonly number: number;
  readonly name: string;
  readonly at: string | null;
}

/** The table that says which migrations were applied. */
export async function createMigrations(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

/**
 * Every migration this version knows, in order, and when it was applied.
 * @throws DeskError STORE_NEWER when the database knows migrations this version does not
 */
async function readApplied(db: Kysely<Tables>): Promise<readonly MigrationStanding[]> {
  const rows = await db.selectFrom('migrations').select(['number', 'at']).execute();
  const known = new Set(MIGRATIONS.map((migration) => migration.number));
  const newer = rows.map((row) => row.number).filter((number) => !known.has(number));
  if (newer.length > 0) {
    throw new DeskError('STORE_NEWER', `the database was written by a newer version (migration ${newer.join(', ')})`, {
      hint: 'Start the newer version again, or restore a copy from before the upgrade.',
    });
  }
  const applied = new Map(rows.map((row) => [row.number, row.at]));
  return MIGRATIONS.map(({ number, name }) => ({ number, name, at: applied.get(number) ?? null }));
}

/** How the migrations stand, changing no table. @throws DeskError STORE_NEWER */
export async function readMigrations({ db, isUsed }: Engine): Promise<readonly MigrationStanding[]> {
  return isUsed ? readApplied(db) : MIGRATIONS.map(({ number, name }) => ({ number, name, at: null }));
}

/**
 * Brings the tables up to date in one transaction: all missing migrations happen or none. Returns those applied now.
 * @throws DeskError STORE_NEWER when the database knows migrations this version does not
 */
export async function migrate(engine: Engine, now: Date): Promise<readonly MigrationStanding[]> {
  return engine.patiently((db) =>
    db.transaction().execute(async (transaction) => {
      await engine.lock(transaction, ['migrations']);
      await createMigrations(transaction);
      const missing = (await readApplied(transaction)).filter(({ at }) => at === null);
      const due = MIGRATIONS.filter(({ number }) => missing.some((each) => each.number === number));
      for (const { number, name, apply } of due) {
        await apply(transaction.schema, engine.platform, transaction);
        await transaction.insertInto('migrations').values({ number, name, at: now.toISOString() }).execute();
      }
      return missing;
    }),
  );
}
