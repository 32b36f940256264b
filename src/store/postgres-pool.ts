import type { PostgresCursorConstructor, PostgresPool, PostgresPoolClient } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import Cursor from 'pg-cursor';
import type { DatabaseSettings } from '../config.ts';
import type { Logger } from '../logger.ts';
import { codeFailure, failConnecting, isConnectionLost } from './postgres-failures.ts';

/** Identifiers of column types (pg_type.oid). */
const INT8 = 20;
const BYTEA = 17;
const NUMERIC = 1700;
/** An idle connection is asked whether it still lives after this long; the answer is awaited for about ten seconds. */
const KEEP_ALIVE_MS = 5000;
const IDLE_MS = 30_000;
/** A worker that has died in the middle of a transaction holds its locks no longer than this. */
const ABANDONED_MS = 30_000;
/** How much longer than the server's own limit we wait for its word before the connection counts as dead. */
const SILENCE_MS = 2000;

const readBytes: (text: string) => Uint8Array = types.getTypeParser(BYTEA);

/** Values come as they do from SQLite: numbers, plain byte arrays. */
function readType(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8 || oid === NUMERIC) return Number;
  if (oid === BYTEA) {
    return (text: string) => {
      const bytes = readBytes(text);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
  }
  return types.getTypeParser(oid, format as 'text');
}

/** PostgreSQL's text holds every character but NUL. */
function cleanValue(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{fffd}') : value;
}

/** A connection whose failures are coded, and which goes back to the pool only while it works. */
function wrapClient(client: PoolClient, place: string): PostgresPoolClient {
  let broken: unknown;
  client.on('error', (error) => {
    broken ??= error;
  });
  function fail(error: unknown): never {
    if (isConnectionLost(error)) broken ??= error;
    throw codeFailure(error, place);
  }
  async function run(text: string, values: readonly unknown[]) {
    // What came after the loss would only wait for an answer that never comes.
    if (broken !== undefined) return fail(broken);
    return client.query(text, values.map(cleanValue)).catch(fail);
  }
  return {
    query: ((first: string | Cursor, values: readonly unknown[] = []) =>
      typeof first === 'string' ? run(first, values) : client.query(first)) as PostgresPoolClient['query'],
    release: (destroy = false) => client.release(destroy || broken !== undefined),
  };
}

/** A cursor whose failures are coded as those of queries are. */
export function makeCursor(place: string): PostgresCursorConstructor {
  return class CodedCursor<Row> extends (Cursor as PostgresCursorConstructor)<Row> {
    override read(count: number): Promise<Row[]> {
      return super.read(count).catch((error: unknown) => {
        throw codeFailure(error, place);
      });
    }
  };
}

export interface PoolOptions {
  readonly place: string;
  /** Connections at most. */
  readonly size: number;
  /** Whether a statement may take as long as it takes. */
  readonly patient: boolean;
  readonly logger: Logger;
}

/** Connections to PostgreSQL. One that is silent for longer than a statement may take counts as lost. */
export function openPool(settings: DatabaseSettings, options: PoolOptions): PostgresPool {
  const { place, size, patient, logger } = options;
  const pool = new Pool({
    connectionString: settings.url,
    application_name: 'disclosure-desk',
    max: size,
    connectionTimeoutMillis: settings.connectMs,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser: readType as typeof types.getTypeParser },
    ...(patient
      ? {}
      : {
          statement_timeout: settings.statementMs,
          query_timeout: settings.statementMs + SILENCE_MS,
          idle_in_transaction_session_timeout: ABANDONED_MS,
        }),
  });
  // From the first moment on: without a listener a connection lost while nobody asks anything would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => logger.warn({}, 'an idle connection to PostgreSQL was lost'));
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw failConnecting(error, place);
      });
      const known = wrapped.get(client) ?? wrapClient(client, place);
      wrapped.set(client, known);
      return known;
    },
  };
}
