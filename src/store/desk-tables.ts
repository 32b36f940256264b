/** Columns of the tables of those who work at the desk. Types are those of `tables.ts`. */

/** What staff tell each other about a conversation; the citizen never sees it. */
interface NotesTable {
  id: number;
  /** Id in `queue`. */
  visit: number;
  written_by: number;
  /** Sealed text. */
  text: Uint8Array;
  at: string;
}

interface UnitsTable {
  id: number;
  name: string;
}

interface StaffTable {
  id: number;
  /** As typed at sign-in, in lower case. */
  sign_in_name: string;
  name: string;
  unit: number | null;
  /** JSON array of roles. */
  roles: string;
  /** Grows with every change of rights; a session of an older version is renewed at its next request. */
  rights_version: number;
  /** argon2id in the PHC string format. */
  password: string;
  /** While set, the password is a one-time one that must be changed, and good until then. */
  one_time_until: string | null;
  /** Sealed secret of the authenticator; null when none is enrolled. */
  totp: Uint8Array | null;
  /** Sealed secret shown for enrolment and not confirmed yet. */
  totp_pending: Uint8Array | null;
  /** Time step of the last code taken: a code is good once. */
  totp_step: number;
  /** Value of the sign-in service's claim this account is mapped to. */
  sso_subject: string | null;
  disabled_at: string | null;
  created_at: string;
}

interface RecoveryCodesTable {
  staff: number;
  code_hash: string;
}

export interface SessionsTable {
  /** Keyed hash of the id in the cookie. */
  id_hash: string;
  staff: number;
  /** What is still asked of the person; `full` when nothing is. */
  stage: 'code' | 'password' | 'enrol' | 'full';
  rights_version: number;
  created_at: string;
  seen_at: string;
  /** Hash of the session that took this one's place, and when: requests already on their way still find it. */
  replaced_by: string | null;
  replaced_at: string | null;
}

/** Accounts of staff on a chat platform: whoever writes there is this one. */
interface ChatAccountsTable {
  /** `slack:TEAM:USER`. */
  account: string;
  staff: number;
  linked_at: string;
}

interface ChatCodesTable {
  staff: number;
  /** Keyed hash of the code typed on the platform. */
  code_hash: string;
  until: string;
}

/** What a room of staff on a chat platform was shown. */
interface RoomCardsTable {
  /** `conversation:<id>`, `request:<number>`. */
  subject: string;
  /** The platform's id of the card; its thread hangs from it. */
  place: string;
  /** Hash of the card as it stands there. */
  shown: string;
  /** Line of the conversation shown last in the thread. */
  seen: number;
  /** When somebody was last called to it. */
  called_at: string;
  closed_at: string | null;
}

/** What staff wrote in a thread and was passed on: the platform may deliver it again. */
interface RoomWordsTable {
  id: string;
  subject: string;
  /** Line it became, which the thread need not be shown again. */
  line: number | null;
  at: string;
}

interface SignInFailuresTable {
  id: number;
  /** Keyed hash of an account, an address or both. */
  key: string;
  at: string;
}

/** Append only; each row's hash covers the row before. */
interface AuditTable {
  seq: number;
  at: string;
  event: string;
  actor: string;
  subject: string;
  /** JSON object without personal data. */
  detail: string;
  hash: string;
}

/** What staff look at and when it changed last; rows of some days ago are forgotten. */
interface ChangesTable {
  subject: string;
  times: number;
  at: string;
}

/** Who has something open, and who is writing in it. */
interface PresenceTable {
  subject: string;
  staff: number;
  seen_at: string;
  typing_at: string | null;
}

/** Texts staff answer with again and again. */
interface CannedRepliesTable {
  id: number;
  title: string;
  text: string;
  changed_by: number;
  changed_at: string;
}

/** Steps on requests that can still be taken back, or that could not be done. */
interface HeldStepsTable {
  id: number;
  number: string;
  event: string;
  /** Sealed JSON of what was filled in. */
  fields: Uint8Array;
  version: number;
  held_by: number;
  due_at: string;
  /** JSON: why it could not be done, by language. */
  failed: string | null;
}

/** Answers a person looks at before they are sent. */
export interface HeldAnswersTable {
  id: number;
  channel: string;
  conversation: string;
  /** Sealed JSON: the question, the replies, how sure the desk is. */
  content: Uint8Array;
  state: 'waiting' | 'released' | 'rejected';
  /** What it comes from: `answer/fees`. */
  subject: string;
  why: 'listed' | 'unsure';
  release: string;
  held_at: string;
  /** Grows with every change. */
  version: number;
  edited_by: number | null;
  decided_by: number | null;
  decided_at: string | null;
}

/** What lines of staff said before they were corrected. */
interface LineVersionsTable {
  channel: string;
  conversation: string;
  seq: number;
  version: number;
  /** Sealed `OutMessage`. */
  body: Uint8Array;
  replaced_at: string;
}

/** Replies to citizens that can still be taken back, or that could not be sent. */
interface HeldRepliesTable {
  id: number;
  /** Id in `queue`. */
  visit: number;
  /** Sealed JSON: the text and the files that go with it. */
  content: Uint8Array;
  held_by: number;
  due_at: string;
  /** The conversation was not its writer's any more. */
  failed_at: string | null;
}

/** Hours an administrator set, as JSON; the last count, and null stands for those of the release. */
interface HoursTable {
  seq: number;
  hours: string | null;
  changed_by: number;
  changed_at: string;
}

export interface DeskTables {
  held_steps: HeldStepsTable;
  line_versions: LineVersionsTable;
  held_replies: HeldRepliesTable;
  held_answers: HeldAnswersTable;
  hours: HoursTable;
  chat_accounts: ChatAccountsTable;
  chat_codes: ChatCodesTable;
  room_cards: RoomCardsTable;
  room_words: RoomWordsTable;
  canned_replies: CannedRepliesTable;
  changes: ChangesTable;
  presence: PresenceTable;
  notes: NotesTable;
  units: UnitsTable;
  staff: StaffTable;
  recovery_codes: RecoveryCodesTable;
  sessions: SessionsTable;
  sign_in_failures: SignInFailuresTable;
  audit: AuditTable;
}
