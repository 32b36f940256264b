import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { DeskError } from '../errors.ts';

/** Statements kept prepared. The product has about fifty; the rest is room for ad-hoc reading. */
const STATEMENTS_KEPT = 200;
/** How long to wait for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** SQLite's codes for a database that cannot be used now (busy, locked, out of memory, read-only, I/O, damaged, full, not to be opened). */
const UNUSABLE = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/** A failure of the database itself as STORE_FAILED; a mistake in a query stays as it is. */
function codeFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  // The lower byte is the primary code; the rest says more about it.
  const unusable = UNUSABLE.has(Number(error.errcode) % 256);
  return unusable ? new DeskError('STORE_FAILED', `the database failed: ${error.message}`, { cause: error }) : error;
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw codeFailure(error);
  }
}

function wrapStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => attempt(() => statement.all(...values(parameters))),
    run: (parameters) => attempt(() => statement.run(...values(parameters))),
    iterate: (parameters) => attempt(() => statement.iterate(...values(parameters))),
  };
}

/** `node:sqlite` in the shape Kysely's driver expects, with prepared statements kept. */
function wrapDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = attempt(() => wrapStatement(database.prepare(sql)));
      const oldest = kept.keys().next().value;
      if (kept.size >= STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(sql, statement);
      return statement;
    },
  };
}

/** Every transaction takes the write lock at once: one that reads first could else not be upgraded and would fail. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * A database file that survives power loss after every commit (WAL with `synchronous=FULL`).
 * @throws DeskError STORE_FAILED when it cannot be opened or is no database
 */
export function openDatabase(file: string): DatabaseSync {
  return attempt(() => {
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT });
    // What is erased is overwritten, not only forgotten. Sixteen megabytes hold the upper levels of the indexes of a
    // million conversations; SQLite's own two do not, and each message would read them anew.
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma cache_size = -16000;',
    );
    return database;
  });
}

/** Whether the database has a table of this name. */
export function hasTable(database: DatabaseSync, name: string): boolean {
  const found = attempt(() => database.prepare('select 1 from sqlite_master where name = ?').get(name));
  return found !== undefined;
}

/**
 * Kysely over one `node:sqlite` connection; Kysely itself runs one query or transaction at a time on it. A connection
 * that only `reads` sees in a transaction what stood at its first query, and holds up nobody who writes.
 */
export function createDialect(database: DatabaseSync, { reads = false } = {}): Dialect {
  const wrapped = wrapDatabase(database);
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new (reads ? SqliteDriver : ImmediateDriver)({ database: wrapped }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
