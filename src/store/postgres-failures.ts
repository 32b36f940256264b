import { DeskError } from '../errors.ts';

/**
 * Classes of SQLSTATE that say the server cannot be used now (appendix A of the manual): connection, authorisation,
 * no such database, insufficient resources, operator intervention (statement timeout included), system error.
 */
const UNUSABLE_CLASSES = new Set(['08', '28', '3D', '53', '57', '58']);
/** Read-only transaction (a standby after a fail-over), lock timeout, idle or long transaction ended by the server. */
const UNUSABLE_CODES = new Set(['25006', '55P03', '25P03', '25P04']);
/** Codes of Node when the network fails. */
const NETWORK = /^(?:E[A-Z]+|CERT_[A-Z_]+|ERR_(?:TLS|SSL|SOCKET)[A-Z_]*)$/u;
/** What the driver itself says, without a code, when a connection is lost or takes too long. */
const DRIVER =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|connection error|not queryable|cannot use a pool after/iu;
/** Serialization failure and deadlock: the same again works. */
const CONFLICTS = new Set(['40001', '40P01']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether the connection it happened on is of no more use. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  const closedByServer =
    code.startsWith('08') || (code.startsWith('57P') && code !== '57P04') || code.startsWith('25P0');
  return closedByServer || NETWORK.test(code) || (error instanceof Error && DRIVER.test(error.message));
}

/** Whether transactions got into each other's way and the same again would work. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(codeOf(error));
}

function isUnusable(error: unknown): boolean {
  const code = codeOf(error);
  const sqlState = code.length === 5 && (UNUSABLE_CLASSES.has(code.slice(0, 2)) || UNUSABLE_CODES.has(code));
  return sqlState || isConnectionLost(error);
}

/** The server, or the way to it, cannot be used now, for whatever reason it gives. */
export function failConnecting(error: unknown, place: string): DeskError {
  if (error instanceof DeskError) return error;
  // Several addresses tried, each with its own reason.
  const why = error instanceof Error && error.message ? error.message : codeOf(error);
  return new DeskError('STORE_FAILED', `PostgreSQL at ${place} cannot be used: ${why}`, {
    hint: 'See that the server runs and is reachable, and that DATABASE_URL names the right host, user, password and database.',
    cause: error,
  });
}

/** A failure of the server or of the way to it as STORE_FAILED; a mistake in a query stays as it is. */
export function codeFailure(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof DeskError || !isUnusable(error)) return error;
  return failConnecting(error, place);
}
