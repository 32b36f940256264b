/**
 * Columns of every table. Types are the portable ones: text, integers, and bytes for what is sealed.
 * Instants are ISO 8601 in UTC, days `YYYY-MM-DD` in China, truth values 0 or 1.
 */
import type { CaseTables } from './case-tables.ts';
import type { DeskTables } from './desk-tables.ts';
import type { KnowledgeTables } from './knowledge-tables.ts';
import type { OpinionTables } from './opinion-tables.ts';
import type { ReportTables } from './report-tables.ts';

interface MigrationsTable {
  number: number;
  name: string;
  at: string;
}

/** One row: a known text sealed with the key in use, so that a wrong key is noticed before it does harm. */
interface KeyCheckTable {
  id: number;
  proof: Uint8Array;
}

interface SequencesTable {
  name: string;
  value: number;
}

interface ConversationsTable {
  channel: string;
  id: string;
  /** Sealed `ConversationState`. */
  state: Uint8Array;
  /** Grows by one with each stored turn. */
  version: number;
  created_at: string;
  updated_at: string;
  /** 1 while the state holds a form not filed; null where an earlier version wrote it. */
  drafting: number | null;
}

interface InboxTable {
  channel: string;
  conversation: string;
  message_id: string;
  /** Sealed body as it came in; empty once handled: the transcript keeps what was said, masked. */
  body: Uint8Array;
  /** Sealed outcome and line numbers; null while the message has only failed. */
  result: Uint8Array | null;
  failures: number;
  received_at: string;
  /** Order in which accepted messages are handled; 0 for those handled as they came. */
  arrival: number;
  /** When the message had failed as often as allowed and was given up. */
  set_aside_at: string | null;
}

/** The transcript, which is also what we owe the channel: a line not yet delivered is still to be sent. */
export interface LinesTable {
  channel: string;
  conversation: string;
  seq: number;
  speaker: 'citizen' | 'desk' | 'staff';
  /** Sealed `OutMessage`. */
  body: Uint8Array;
  at: string;
  delivered_at: string | null;
  attempts: number;
  /** Parts of this line the platform has taken; a later attempt goes on after them. */
  parts_sent: number;
  /** Not before this instant; null for now. */
  next_at: string | null;
  /** Why it will never arrive; null while it may. */
  undeliverable: string | null;
  /** Who of the staff wrote it; null for the desk's and the citizen's lines. */
  written_by: number | null;
  /** How the platform names it, where it took it as one message; null where it names none. */
  platform_id: string | null;
  /** Hash of the release the desk answered from; null for what others said. */
  release: string | null;
}

/** Wrong query codes, so that guessing is slowed down across restarts. */
interface AttemptsTable {
  id: number;
  channel: string;
  conversation: string;
  number: string;
  at: string;
}

interface QueueTable {
  id: number;
  channel: string;
  conversation: string;
  topic: string;
  joined_at: string;
  left_at: string | null;
  /** Who looks after it; null while it waits or was handed back. */
  claimed_by: number | null;
  claimed_at: string | null;
  /** Unit it was forwarded to; null for whoever is free. */
  unit: number | null;
  ended_at: string | null;
  ended_why: string | null;
  /** When the bot came back because whoever had claimed it went quiet, and who that was. */
  returned_at: string | null;
  returned_from: number | null;
  /** Sealed message and contact the citizen left while waiting, JSON; null when nothing was left. */
  left_words: Uint8Array | null;
}

interface AccessLogTable {
  id: number;
  at: string;
  who: string;
  what: string;
  reason: string;
}

/** Links by which a filing goes on from a chat to the form page, each good for one use. */
export interface HandOversTable {
  /** Keyed hash of the link's token. */
  token_hash: string;
  channel: string;
  conversation: string;
  draft_id: string;
  /** Sealed draft as it was in the chat. */
  draft: Uint8Array;
  expires_at: string;
  used_at: string | null;
  /** The conversation it was taken up into. */
  used_channel: string | null;
  used_conversation: string | null;
}

/** Cases nothing is erased of until `released_at`. */
interface HoldsTable {
  id: number;
  number: string;
  /** Why; numbers masked. */
  reason: string;
  placed_by: string;
  placed_at: string;
  released_by: string | null;
  released_at: string | null;
}

/** Append only. Proof of what was erased when its time was over. */
interface ErasuresTable {
  id: number;
  /** Class of data (`retention.yaml`). */
  data: string;
  action: string;
  many: number;
  oldest: string;
  newest: string;
  keys_hash: string;
  at: string;
  by_whom: string;
}

/** Work due at a later instant. */
export interface TimersTable {
  kind: string;
  subject: string;
  due_at: string;
  failures: number;
}

/** Who alone may do something, and until when. */
interface LeasesTable {
  name: string;
  holder: string;
  /** Grows when the lease passes on: the fencing token. */
  token: number;
  until: string;
}

/** Access tokens of platforms. */
interface PlatformTokensTable {
  name: string;
  token: Uint8Array;
  ends_at: string;
}

/** Which process looks after a conversation. A row that has run out stays for a while: its token grows on. */
export interface ConversationLeasesTable {
  work: 'hear' | 'send';
  channel: string;
  conversation: string;
  holder: string;
  /** Grows when the conversation passes to another holder: the fencing token. */
  token: number;
  until: string;
}

/** Append only. Documents made for requests. */
export interface DocumentsTable {
  request: string;
  seq: number;
  kind: string;
  document_number: string | null;
  /** Sealed document as it was composed, JSON. */
  model: Uint8Array;
  content_hash: string;
  /** Hash of the release its texts came from. */
  release: string;
  made_at: string;
  made_by: string;
  /** When it was handed over to whom it is for; null before. */
  released_at: string | null;
}

/** Keyed hashes of what a request is looked for by. */
interface RequestIndexTable {
  kind: 'name' | 'phone';
  hash: string;
  number: string;
}

/** Append only. Snapshots of the whole knowledge base; public data, so nothing is sealed. */
interface ReleasesTable {
  hash: string;
  seq: number;
  /** Its files, packed. */
  content: string;
  made_at: string;
  made_by: string;
  note: string | null;
}

/** Append only. Which release is served from when. */
export interface PublicationsTable {
  seq: number;
  release: string;
  from_at: string;
  published_at: string;
  by_whom: string;
  why: string | null;
  because: string | null;
}

export interface Tables extends DeskTables, CaseTables, KnowledgeTables, OpinionTables, ReportTables {
  migrations: MigrationsTable;
  key_check: KeyCheckTable;
  sequences: SequencesTable;
  conversations: ConversationsTable;
  inbox: InboxTable;
  lines: LinesTable;
  request_index: RequestIndexTable;
  attempts: AttemptsTable;
  queue: QueueTable;
  access_log: AccessLogTable;
  hand_overs: HandOversTable;
  timers: TimersTable;
  leases: LeasesTable;
  platform_tokens: PlatformTokensTable;
  conversation_leases: ConversationLeasesTable;
  documents: DocumentsTable;
  releases: ReleasesTable;
  publications: PublicationsTable;
  holds: HoldsTable;
  erasures: ErasuresTable;
}
