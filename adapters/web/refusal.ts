/** What can be wrong with a call, with its HTTP status. Each has `http.<name>` and `http.<name>_hint` in the messages. */
export const REFUSALS = {
  not_utf8: 400,
  not_json: 400,
  bad_message: 400,
  bad_file: 400,
  bad_conversation: 400,
  bad_after: 400,
  bad_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  file_too_large: 413,
  not_json_type: 415,
  too_many: 429,
  stopping: 503,
  overloaded: 503,
  failed: 500,
} as const;
export type Refusal = keyof typeof REFUSALS;

/** Thrown by a route to refuse a call; the error handler turns it into words. */
export class RefusedCall extends Error {
  readonly refusal: Refusal;
  /** Seconds after which another try is welcome. */
  readonly retryAfter: number | undefined;

  constructor(refusal: Refusal, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(refusal, { cause: options.cause });
    this.name = 'RefusedCall';
    this.refusal = refusal;
    this.retryAfter = options.retryAfter;
  }
}
