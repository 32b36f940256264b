import type { Tables } from './tables.ts';

export type TableName = keyof Tables;

/** Columns of a table that hold bytes, which are always sealed. */
type BytesColumn<Table> = { [Column in keyof Table]: Uint8Array extends Table[Column] ? Column : never }[keyof Table];

interface TableFacts<Table> {
  /** Whether a copy takes its rows along; false: the other database has its own. */
  readonly copied: boolean;
  /** Columns of the primary key, in the order in which sealed values are bound to them. */
  readonly key: readonly (keyof Table & string)[];
  /** Every column that holds sealed bytes: what a rotation of keys seals anew. */
  readonly sealed: { readonly [Column in BytesColumn<Table>]: true };
}

/**
 * Every table, parents before children. A table or a sealed column missing here is a type error, so that no backup and
 * no rotation forgets one.
 */
export const TABLE_FACTS: { readonly [Name in TableName]: TableFacts<Tables[Name]> } = {
  migrations: { copied: false, key: ['number'], sealed: {} },
  key_check: { copied: true, key: ['id'], sealed: { proof: true } },
  sequences: { copied: true, key: ['name'], sealed: {} },
  units: { copied: true, key: ['id'], sealed: {} },
  staff: { copied: true, key: ['id'], sealed: { totp: true, totp_pending: true } },
  recovery_codes: { copied: true, key: ['staff', 'code_hash'], sealed: {} },
  // A copy must not let in who signed in at the original: everybody signs in again.
  sessions: { copied: false, key: ['id_hash'], sealed: {} },
  sign_in_failures: { copied: true, key: ['id'], sealed: {} },
  audit: { copied: true, key: ['seq'], sealed: {} },
  conversations: { copied: true, key: ['channel', 'id'], sealed: { state: true } },
  inbox: { copied: true, key: ['channel', 'conversation', 'message_id'], sealed: { body: true, result: true } },
  lines: { copied: true, key: ['channel', 'conversation', 'seq'], sealed: { body: true } },
  requests: { copied: true, key: ['number'], sealed: { personal: true, description: true } },
  request_events: { copied: true, key: ['number', 'seq'], sealed: { data: true } },
  request_index: { copied: true, key: ['kind', 'hash', 'number'], sealed: {} },
  case_clocks: { copied: true, key: ['number', 'clock'], sealed: {} },
  case_effects: { copied: true, key: ['number', 'seq', 'place'], sealed: { payload: true } },
  documents: { copied: true, key: ['request', 'seq'], sealed: { model: true } },
  holds: { copied: true, key: ['id'], sealed: {} },
  erasures: { copied: true, key: ['id'], sealed: {} },
  attempts: { copied: true, key: ['id'], sealed: {} },
  queue: { copied: true, key: ['id'], sealed: { left_words: true } },
  notes: { copied: true, key: ['id'], sealed: { text: true } },
  unanswered: { copied: true, key: ['fingerprint'], sealed: { question: true } },
  access_log: { copied: true, key: ['id'], sealed: {} },
  hand_overs: { copied: true, key: ['token_hash'], sealed: { draft: true } },
  releases: { copied: true, key: ['hash'], sealed: {} },
  publications: { copied: true, key: ['seq'], sealed: {} },
  timers: { copied: true, key: ['kind', 'subject'], sealed: {} },
  // Held by processes of the one database, which are none of the other's.
  leases: { copied: false, key: ['name'], sealed: {} },
};

export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLE_FACTS) as TableName[];
/** Names of the tables that are copied, parents before children. */
export const COPIED_TABLES: readonly TableName[] = TABLE_NAMES.filter((name) => TABLE_FACTS[name].copied);
