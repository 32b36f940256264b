/**
 * Every failure the product can report, by code. A code never changes its meaning once released.
 * The comment on each line says when it happens and what the caller should do.
 */
export const ERRORS = {
  /** A setting is missing or malformed. Report all of them at once and stop; exit 78. */
  CONFIG_INVALID: { status: 500, exit: 78 },
  /** A file under `knowledge/` does not hold. Show file, line and mend; keep the last good release. */
  KNOWLEDGE_INVALID: { status: 500, exit: 65 },
  /** Input from outside has the wrong shape. Tell the sender what is wrong; do not retry. */
  INPUT_INVALID: { status: 400, exit: 64 },
  /** Nothing of that name, or the caller may not know of it. */
  NOT_FOUND: { status: 404, exit: 66 },
  /** A document needs facts that are not known. Tell which by name; make it again when they are. */
  DOCUMENT_INCOMPLETE: { status: 409, exit: 65 },
  /** The rules or the texts know no such document for this case. Choose another kind, or add its text. */
  DOCUMENT_UNKNOWN: { status: 409, exit: 65 },
  /** Somebody else acted on the case meanwhile. Show it again and let the person decide anew. */
  CASE_CHANGED: { status: 409, exit: 75 },
  /** The caller sends faster than allowed. Retry after the time given. */
  TOO_MANY: { status: 429, exit: 75 },
  /** The encryption key does not open what is stored. Stop: going on would lose data. */
  KEY_WRONG: { status: 500, exit: 78 },
  /** Stored bytes are not what was written: tampered with or damaged. Tell the operator. */
  SEALED_BROKEN: { status: 500, exit: 74 },
  /** A calendar year has no official holiday notice on file. Mark the date provisional. */
  CALENDAR_UNKNOWN: { status: 500, exit: 70 },
  /** The process is draining. The platform should redeliver. */
  STOPPING: { status: 503, exit: 75 },
  /** A message could not be handled and nothing of it was stored. The platform should redeliver. */
  TURN_FAILED: { status: 500, exit: 70 },
  /** The database cannot be read or written now: locked, full, or the disk fails. Redeliver later. */
  STORE_FAILED: { status: 503, exit: 74 },
  /** Another process looks after the conversation by now; nothing of this work was stored. It goes on there. */
  LEASE_LOST: { status: 503, exit: 75 },
  /** More waits to be stored than is stored in time. Send again after the seconds given. */
  OVERLOADED: { status: 503, exit: 75 },
  /** The database was written by a newer version. Stop; start the newer version again. */
  STORE_NEWER: { status: 500, exit: 65 },
  /** A chat platform does not answer, or refuses the credentials it was given. Connecting is tried again; check the settings. */
  PLATFORM_AWAY: { status: 503, exit: 69 },
  /** The virus scanner that is set up cannot be asked. Files wait and are tried again; check the setting. */
  SCANNER_FAILED: { status: 503, exit: 69 },
  /** The address is taken by another process. Choose another port or stop the other one. */
  ADDRESS_IN_USE: { status: 500, exit: 69 },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A failure with a stable code. `hint` says how to mend it, in words for the person who reads it. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DeskError';
    this.code = code;
    this.hint = options.hint;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get exitCode(): number {
    return ERRORS[this.code].exit;
  }
}
