/** Columns of the tables of requests and their lifecycle. Types are those of `tables.ts`. */

export interface RequestsTable {
  number: string;
  channel: string;
  conversation: string;
  /** Together with the conversation unique: filing the same draft twice finds the first request. */
  draft_id: string;
  /** Id of the state in the regime's table. This and all up to `due_provisional` are derived from the events. */
  state: string;
  filed_on: string;
  received_on: string | null;
  due_on: string | null;
  due_provisional: number;
  /** Year of the regulation it follows. */
  regime: string;
  /** Number of the last event. */
  version: number;
  way: string | null;
  owner: string | null;
  unit: string | null;
  drafter: string | null;
  outcome: string | null;
  answered_on: string | null;
  changed_at: string | null;
  /** Keyed hash of the query code; the code itself stands only in the receipt, in the sealed transcript. */
  secret_hash: string;
  applicant: string | null;
  document_kind: string | null;
  provision: string | null;
  delivery: string | null;
  /** Sealed personal fields of the draft. */
  personal: Uint8Array;
  /** Sealed description of the information wanted. */
  description: Uint8Array;
  created_at: string;
  /** The notice on personal data the requester agreed to: its version, the SHA-256 of its words, and when. */
  notice_version: string | null;
  notice_hash: string | null;
  consented_at: string | null;
}

/** Append only. */
export interface RequestEventsTable {
  number: string;
  seq: number;
  /** Id of the event in the regime's table. */
  kind: string;
  on_day: string;
  at: string;
  /** Id of the person, or `requester` or `system`. */
  by_whom: string;
  /** Empty for events written before there was this column. */
  role: string;
  /** `fields`: the data are a JSON object; `text`, in older events: one text. */
  data_form: string;
  /** Sealed fields of the event. */
  data: Uint8Array | null;
}

/** The clocks of a request, derived from its events and the calendar. */
export interface CaseClocksTable {
  number: string;
  /** Id in the regime's table; `consultation/2` where several may run. */
  clock: string;
  /** JSON of the `CaseClock`: start, length, pauses. */
  spec: string;
  due_on: string;
  provisional: number;
  stopped_on: string | null;
}

/** What is owed after an event: documents to make, messages to send. */
export interface CaseEffectsTable {
  number: string;
  /** Number of the event. */
  seq: number;
  /** 1 for the first effect of the event. */
  place: number;
  kind: 'document' | 'message';
  /** Name of the document, or key of the message. */
  name: string;
  /** Whom a message is for; null for documents. */
  recipient: string | null;
  /** Sealed JSON of values for the text. */
  payload: Uint8Array;
  created_at: string;
  done_at: string | null;
}

/** Files sent in to go with requests. */
export interface AttachmentsTable {
  /** Random; nothing can be told from it. */
  id: string;
  channel: string;
  conversation: string;
  /** The request it goes with; null while it was only handed in. */
  number: string | null;
  /**
   * `handed_in`: uploaded and told to nobody yet; `waiting`: to be fetched and looked at; `kept`: part of its request;
   * `sent`: staff sent it to the citizen.
   */
  state: 'handed_in' | 'waiting' | 'kept' | 'sent';
  /** Sealed JSON: the name it had, and how its channel fetches it. */
  source: Uint8Array;
  /** By its content; null before it was looked at. */
  media_type: string | null;
  /** Bytes. */
  size: number;
  /** Whether it was searched for viruses. */
  scan: 'clean' | 'unscanned' | null;
  failures: number;
  next_at: string;
  created_at: string;
}

/** A file's bytes in pieces. */
interface AttachmentPartsTable {
  id: string;
  part: number;
  /** Sealed. */
  content: Uint8Array;
}

export interface CaseTables {
  attachments: AttachmentsTable;
  attachment_parts: AttachmentPartsTable;
  requests: RequestsTable;
  request_events: RequestEventsTable;
  case_clocks: CaseClocksTable;
  case_effects: CaseEffectsTable;
}
