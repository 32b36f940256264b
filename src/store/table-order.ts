import type { Tables } from './tables.ts';

/**
 * Every table with what a copy must know of it, parents before children. `copied` false: the other database has its own.
 * A table missing here is a type error, so that no backup forgets one.
 */
const ALL: { readonly [Name in keyof Tables]: { readonly copied: boolean } } = {
  migrations: { copied: false },
  key_check: { copied: true },
  sequences: { copied: true },
  conversations: { copied: true },
  inbox: { copied: true },
  lines: { copied: true },
  requests: { copied: true },
  request_events: { copied: true },
  documents: { copied: true },
  attempts: { copied: true },
  queue: { copied: true },
  unanswered: { copied: true },
  access_log: { copied: true },
  hand_overs: { copied: true },
  timers: { copied: true },
  // Held by processes of the one database, which are none of the other's.
  leases: { copied: false },
};

export type TableName = keyof Tables;

/** Names of the tables that are copied, parents before children. */
export const COPIED_TABLES: readonly TableName[] = (Object.keys(ALL) as TableName[]).filter((name) => ALL[name].copied);
