import type { RetainedClass } from '../knowledge/schema/retention.ts';
import type { Tables } from './tables.ts';

export type TableName = keyof Tables;

/** Columns of a table that hold bytes, which are always sealed. */
type BytesColumn<Table> = { [Column in keyof Table]: Uint8Array extends Table[Column] ? Column : never }[keyof Table];

/**
 * What becomes of a table's rows in time: a class of `retention.yaml`; or nothing of a requester stands in them, as they
 * are the desk's own workings (`workings`), public (`public`) or about its staff (`staff`), or they are gone within days
 * by themselves (`brief`).
 */
type TableClass = RetainedClass | 'workings' | 'public' | 'staff' | 'brief';

interface TableFacts<Table> {
  readonly kept: TableClass;
  /** Whether a copy takes its rows along; false: the other database has its own. */
  readonly copied: boolean;
  /** Columns of the primary key, in the order in which sealed values are bound to them. */
  readonly key: readonly (keyof Table & string)[];
  /** Every column that holds sealed bytes: what a rotation of keys seals anew. */
  readonly sealed: { readonly [Column in BytesColumn<Table>]: true };
}

/**
 * Every table, parents before children. What is missing here is a type error, so that no backup,
 * no rotation and no clearing away forgets one.
 */
export const TABLE_FACTS: { readonly [Name in TableName]: TableFacts<Tables[Name]> } = {
  migrations: { kept: 'workings', copied: false, key: ['number'], sealed: {} },
  key_check: { kept: 'workings', copied: true, key: ['id'], sealed: { proof: true } },
  sequences: { kept: 'workings', copied: true, key: ['name'], sealed: {} },
  units: { kept: 'staff', copied: true, key: ['id'], sealed: {} },
  staff: { kept: 'staff', copied: true, key: ['id'], sealed: { totp: true, totp_pending: true } },
  recovery_codes: { kept: 'staff', copied: true, key: ['staff', 'code_hash'], sealed: {} },
  // A copy must not let in who signed in at the original: everybody signs in again.
  sessions: { kept: 'brief', copied: false, key: ['id_hash'], sealed: {} },
  chat_accounts: { kept: 'staff', copied: true, key: ['account'], sealed: {} },
  chat_codes: { kept: 'brief', copied: false, key: ['staff'], sealed: {} },
  room_cards: { kept: 'brief', copied: true, key: ['subject'], sealed: {} },
  room_words: { kept: 'brief', copied: true, key: ['id'], sealed: {} },
  sign_in_failures: { kept: 'brief', copied: true, key: ['id'], sealed: {} },
  audit: { kept: 'audit', copied: true, key: ['seq'], sealed: {} },
  conversations: { kept: 'conversations', copied: true, key: ['channel', 'id'], sealed: { state: true } },
  inbox: {
    kept: 'inbox',
    copied: true,
    key: ['channel', 'conversation', 'message_id'],
    sealed: { body: true, result: true },
  },
  lines: { kept: 'conversations', copied: true, key: ['channel', 'conversation', 'seq'], sealed: { body: true } },
  line_versions: {
    kept: 'conversations',
    copied: true,
    key: ['channel', 'conversation', 'seq', 'version'],
    sealed: { body: true },
  },
  requests: { kept: 'requests', copied: true, key: ['number'], sealed: { personal: true, description: true } },
  request_events: { kept: 'requests', copied: true, key: ['number', 'seq'], sealed: { data: true } },
  request_index: { kept: 'requests', copied: true, key: ['kind', 'hash', 'number'], sealed: {} },
  case_clocks: { kept: 'requests', copied: true, key: ['number', 'clock'], sealed: {} },
  case_effects: { kept: 'requests', copied: true, key: ['number', 'seq', 'place'], sealed: { payload: true } },
  attachments: { kept: 'attachments', copied: true, key: ['id'], sealed: { source: true } },
  attachment_parts: { kept: 'attachments', copied: true, key: ['id', 'part'], sealed: { content: true } },
  documents: { kept: 'documents', copied: true, key: ['request', 'seq'], sealed: { model: true } },
  holds: { kept: 'holds', copied: true, key: ['id'], sealed: {} },
  erasures: { kept: 'audit', copied: true, key: ['id'], sealed: {} },
  attempts: { kept: 'attempts', copied: true, key: ['id'], sealed: {} },
  queue: { kept: 'visits', copied: true, key: ['id'], sealed: { left_words: true } },
  notes: { kept: 'visits', copied: true, key: ['id'], sealed: { text: true } },
  unanswered: { kept: 'unanswered', copied: true, key: ['fingerprint'], sealed: { question: true, reason: true } },
  unanswered_days: {
    kept: 'unanswered',
    copied: true,
    key: ['fingerprint', 'on_day', 'channel', 'why'],
    sealed: {},
  },
  drafts: { kept: 'staff', copied: true, key: ['id'], sealed: {} },
  draft_comments: { kept: 'staff', copied: true, key: ['id'], sealed: {} },
  trials: { kept: 'public', copied: true, key: ['served', 'tried'], sealed: {} },
  link_checks: { kept: 'public', copied: true, key: ['url'], sealed: {} },
  access_log: { kept: 'accessLog', copied: true, key: ['id'], sealed: {} },
  hand_overs: { kept: 'handOvers', copied: true, key: ['token_hash'], sealed: { draft: true } },
  releases: { kept: 'public', copied: true, key: ['hash'], sealed: {} },
  publications: { kept: 'public', copied: true, key: ['seq'], sealed: {} },
  ratings: { kept: 'ratings', copied: true, key: ['token'], sealed: {} },
  follow_ups: { kept: 'followUps', copied: true, key: ['id'], sealed: { note: true } },
  timers: { kept: 'brief', copied: true, key: ['kind', 'subject'], sealed: {} },
  // Done or taken back within seconds; what could not be done goes after a week.
  held_steps: { kept: 'brief', copied: true, key: ['id'], sealed: { fields: true } },
  held_answers: { kept: 'conversations', copied: true, key: ['id'], sealed: { content: true } },
  held_replies: { kept: 'brief', copied: true, key: ['id'], sealed: { content: true } },
  canned_replies: { kept: 'staff', copied: true, key: ['id'], sealed: {} },
  annual_reports: { kept: 'public', copied: true, key: ['year'], sealed: {} },
  digests: { kept: 'workings', copied: true, key: ['kind', 'year', 'number'], sealed: {} },
  hours: { kept: 'staff', copied: true, key: ['seq'], sealed: {} },
  inquiries: { kept: 'workings', copied: true, key: ['id'], sealed: {} },
  // What changed lately, and who looks at what: for consoles that are open now.
  changes: { kept: 'brief', copied: false, key: ['subject'], sealed: {} },
  presence: { kept: 'brief', copied: false, key: ['subject', 'staff'], sealed: {} },
  // Held by processes of the one database, which are none of the other's.
  leases: { kept: 'brief', copied: false, key: ['name'], sealed: {} },
  // Renewed every two hours; a copy fetches its own.
  platform_tokens: { kept: 'brief', copied: false, key: ['name'], sealed: { token: true } },
  conversation_leases: { kept: 'brief', copied: false, key: ['work', 'channel', 'conversation'], sealed: {} },
};

export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLE_FACTS) as TableName[];
/** Names of the tables that are copied, parents before children. */
export const COPIED_TABLES: readonly TableName[] = TABLE_NAMES.filter((name) => TABLE_FACTS[name].copied);
