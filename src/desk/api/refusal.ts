import type { Locale } from '../../messages.ts';

/**
 * What can be wrong with a call to the desk, with its HTTP status. Each has `desk.<name>` and `desk.<name>_hint` in the
 * messages. `forbidden` and `not_found` never say more: what is not granted is not explained.
 */
export const REFUSALS = {
  bad_input: 400,
  bad_host: 400,
  https_needed: 400,
  password_short: 400,
  password_guessable: 400,
  password_same: 400,
  roles_conflict: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  wrong_code: 401,
  forbidden: 403,
  bad_origin: 403,
  bad_token: 403,
  not_found: 404,
  already_enrolled: 409,
  taken: 409,
  name_taken: 409,
  event_refused: 409,
  changed: 409,
  report_changed: 409,
  hours_unsound: 400,
  answer_changed: 409,
  answer_decided: 409,
  draft_unsound: 409,
  draft_outdated: 409,
  answers_worse: 409,
  release_waits: 409,
  release_planned: 409,
  key_given: 409,
  file_unfit: 400,
  too_large: 413,
  not_json: 415,
  too_many: 429,
  failed: 500,
  stopping: 503,
} as const;
export type Refusal = keyof typeof REFUSALS;

interface RefusalOptions {
  readonly values?: Readonly<Record<string, string>>;
  readonly why?: Readonly<Record<Locale, string>>;
  readonly retryAfter?: number;
}

/** Thrown to refuse a call; the error handler turns it into words. */
export class ApiRefusal extends Error {
  readonly refusal: Refusal;
  /** Fills the placeholders of the message. */
  readonly values: Readonly<Record<string, string>>;
  /** Fills `{why}` where the reason is itself a text, in the reader's language. */
  readonly why: Readonly<Record<Locale, string>> | undefined;
  /** Seconds after which another try is welcome. */
  readonly retryAfter: number | undefined;

  constructor(refusal: Refusal, options: RefusalOptions = {}) {
    super(refusal);
    this.name = 'ApiRefusal';
    this.refusal = refusal;
    this.values = options.values ?? {};
    this.why = options.why;
    this.retryAfter = options.retryAfter;
  }
}
