import type { TableName } from './table-order.ts';
import type { Tables } from './tables.ts';

/** What a column that is not sealed may tell, and of whom. */
export const COLUMN_CLASSES = {
  identifier:
    'leads to a person only for who also has the platform (its ids) or the key (keyed hashes); nothing can be read from it',
  case: 'the course of a request or an answer, without who asked',
  staff: 'who of the staff did or may do what',
  credential: 'proves who somebody is; kept as a hash that cannot be turned back',
  workings: 'counts, instants and marks of the desk itself',
  public: 'published, or meant to be',
} as const;
export type ColumnClass = keyof typeof COLUMN_CLASSES;

type Columns<Table> = { readonly [Class in ColumnClass]?: readonly (keyof Table & string)[] };

/**
 * Every column that is not sealed, by what it may tell. Sealed ones stand in `TABLE_FACTS`; a test compares the two
 * with the database: a column in neither, or in two places, fails the build.
 */
export const COLUMN_FACTS: { readonly [Name in TableName]: Columns<Tables[Name]> } = {
  migrations: { workings: ['number', 'name', 'at'] },
  key_check: { workings: ['id'] },
  sequences: { workings: ['name', 'value'] },
  units: { staff: ['id', 'name'] },
  staff: {
    staff: [
      'id',
      'sign_in_name',
      'name',
      'unit',
      'roles',
      'rights_version',
      'one_time_until',
      'disabled_at',
      'created_at',
    ],
    credential: ['password', 'totp_step'],
    identifier: ['sso_subject'],
  },
  recovery_codes: { staff: ['staff'], credential: ['code_hash'] },
  sessions: {
    credential: ['id_hash', 'replaced_by'],
    staff: ['staff', 'created_at', 'seen_at'],
    workings: ['stage', 'rights_version', 'replaced_at'],
  },
  chat_accounts: { identifier: ['account'], staff: ['staff', 'linked_at'] },
  chat_codes: { staff: ['staff'], credential: ['code_hash'], workings: ['until'] },
  room_cards: { case: ['subject'], workings: ['place', 'shown', 'seen', 'called_at', 'closed_at'] },
  room_words: { workings: ['id', 'line', 'at'], case: ['subject'] },
  sign_in_failures: { workings: ['id', 'at'], identifier: ['key'] },
  audit: { workings: ['seq', 'hash'], staff: ['at', 'event', 'actor', 'subject', 'detail'] },
  conversations: { identifier: ['channel', 'id'], workings: ['version', 'created_at', 'updated_at', 'drafting'] },
  inbox: {
    identifier: ['channel', 'conversation', 'message_id'],
    workings: ['failures', 'received_at', 'arrival', 'set_aside_at'],
  },
  lines: {
    identifier: ['channel', 'conversation'],
    workings: [
      'seq',
      'speaker',
      'at',
      'delivered_at',
      'attempts',
      'parts_sent',
      'next_at',
      'undeliverable',
      'release',
      'platform_id',
    ],
    staff: ['written_by'],
  },
  requests: {
    case: [
      'number',
      'state',
      'filed_on',
      'received_on',
      'due_on',
      'due_provisional',
      'applicant',
      'document_kind',
      'provision',
      'delivery',
      'created_at',
      'notice_version',
      'notice_hash',
      'consented_at',
      'regime',
      'way',
      'outcome',
      'answered_on',
      'changed_at',
    ],
    identifier: ['channel', 'conversation', 'draft_id'],
    credential: ['secret_hash'],
    workings: ['version'],
    staff: ['owner', 'unit', 'drafter'],
  },
  request_events: {
    case: ['number', 'kind', 'on_day', 'at'],
    workings: ['seq', 'data_form'],
    staff: ['by_whom', 'role'],
  },
  request_index: { workings: ['kind'], identifier: ['hash'], case: ['number'] },
  case_clocks: { case: ['number', 'clock', 'spec', 'due_on', 'provisional', 'stopped_on'] },
  case_effects: { case: ['number', 'name'], workings: ['seq', 'place', 'kind', 'recipient', 'created_at', 'done_at'] },
  attachments: {
    workings: ['id', 'state', 'media_type', 'size', 'scan', 'failures', 'next_at', 'created_at'],
    identifier: ['channel', 'conversation'],
    case: ['number'],
  },
  attachment_parts: { workings: ['id', 'part'] },
  documents: {
    case: ['request', 'kind', 'document_number', 'made_at', 'released_at'],
    workings: ['seq', 'content_hash', 'release'],
    staff: ['made_by'],
  },
  holds: {
    workings: ['id'],
    case: ['number', 'reason'],
    staff: ['placed_by', 'placed_at', 'released_by', 'released_at'],
  },
  erasures: { workings: ['id', 'data', 'action', 'many', 'oldest', 'newest', 'keys_hash', 'at'], staff: ['by_whom'] },
  attempts: { workings: ['id', 'at'], identifier: ['channel', 'conversation'], case: ['number'] },
  queue: {
    workings: ['id', 'joined_at', 'left_at', 'ended_at', 'ended_why', 'returned_at'],
    identifier: ['channel', 'conversation'],
    case: ['topic'],
    staff: ['claimed_by', 'claimed_at', 'unit', 'returned_from'],
  },
  notes: { workings: ['id', 'visit'], staff: ['written_by', 'at'] },
  unanswered: {
    identifier: ['fingerprint'],
    public: ['nearest'],
    workings: ['times', 'first_at', 'last_at', 'settled', 'settled_at', 'draft'],
    staff: ['settled_by'],
  },
  unanswered_days: { identifier: ['fingerprint'], workings: ['on_day', 'channel', 'why', 'times'] },
  drafts: {
    workings: ['id', 'state', 'version'],
    public: ['title', 'path', 'list', 'entry', 'base', 'text', 'release', 'from_at'],
    staff: ['created_by', 'changed_by', 'created_at', 'changed_at', 'reviewed_by'],
  },
  draft_comments: { workings: ['id', 'draft'], staff: ['written_by', 'at', 'text'] },
  trials: { public: ['served', 'tried', 'result'], workings: ['at'] },
  access_log: { workings: ['id'], staff: ['at', 'who', 'reason'], case: ['what'] },
  hand_overs: {
    credential: ['token_hash'],
    identifier: ['channel', 'conversation', 'draft_id', 'used_channel', 'used_conversation'],
    workings: ['expires_at', 'used_at'],
  },
  releases: { public: ['hash', 'seq', 'content', 'made_at', 'note'], staff: ['made_by'] },
  publications: { public: ['seq', 'release', 'from_at', 'published_at', 'why', 'because'], staff: ['by_whom'] },
  ratings: { identifier: ['token'], workings: ['of_what', 'release'], case: ['subject', 'level', 'rated_on'] },
  follow_ups: {
    workings: ['id', 'of_what'],
    identifier: ['token'],
    case: ['about', 'level', 'opened_on', 'due_on', 'closed_at'],
    staff: ['closed_by'],
  },
  timers: { workings: ['kind', 'due_at', 'failures'], case: ['subject'] },
  held_steps: {
    case: ['number', 'event', 'version', 'failed'],
    staff: ['held_by'],
    workings: ['id', 'due_at'],
  },
  held_answers: {
    identifier: ['channel', 'conversation'],
    case: ['subject'],
    staff: ['edited_by', 'decided_by', 'decided_at'],
    workings: ['id', 'state', 'why', 'release', 'held_at', 'version'],
  },
  line_versions: {
    identifier: ['channel', 'conversation'],
    workings: ['seq', 'version', 'replaced_at'],
  },
  held_replies: { workings: ['id', 'visit', 'due_at', 'failed_at'], staff: ['held_by'] },
  canned_replies: { workings: ['id'], public: ['title', 'text'], staff: ['changed_by', 'changed_at'] },
  annual_reports: {
    public: ['year', 'entered', 'content', 'hash'],
    staff: ['writers', 'changed_at', 'approved_by', 'approved_at'],
    workings: ['version'],
  },
  digests: { workings: ['kind', 'year', 'number', 'on_day', 'made_at'], public: ['about', 'content'] },
  hours: { workings: ['seq'], public: ['hours'], staff: ['changed_by', 'changed_at'] },
  inquiries: {
    workings: ['id', 'on_day', 'channel', 'kind', 'band', 'instead', 'release'],
    identifier: ['voice'],
    public: ['subject', 'authority', 'place'],
  },
  changes: { case: ['subject'], workings: ['times', 'at'] },
  presence: { case: ['subject'], staff: ['staff', 'seen_at', 'typing_at'] },
  leases: { workings: ['name', 'holder', 'token', 'until'] },
  conversation_leases: { identifier: ['channel', 'conversation'], workings: ['work', 'holder', 'token', 'until'] },
  platform_tokens: { workings: ['name', 'ends_at'] },
};
