/** Columns of the tables editors of the knowledge work with. Types are those of `tables.ts`. */

export interface UnansweredTable {
  /** Keyed hash of the question, so that the same one is counted and not stored again. */
  fingerprint: string;
  /** Sealed question, what is personal masked before. */
  question: Uint8Array;
  nearest: string | null;
  times: number;
  first_at: string;
  last_at: string;
  /** What somebody decided about it; null while nobody has. */
  settled: 'dismissed' | 'drafted' | null;
  settled_at: string | null;
  settled_by: number | null;
  /** Id of the draft it went into. */
  draft: number | null;
  /** Sealed: why it was dismissed. */
  reason: Uint8Array | null;
}

/** How often a question was missed on a day. */
interface UnansweredDaysTable {
  fingerprint: string;
  on_day: string;
  channel: string;
  /** unsettled: nothing answered it. poor: what answered it was rated poorly. */
  why: 'unsettled' | 'poor';
  times: number;
}

/** A change to the knowledge somebody works on. */
export interface DraftsTable {
  id: number;
  title: string;
  /** File of the knowledge, as a release names it. */
  path: string;
  /** Key of the list in the file the entry stands in; null when the draft is the whole file. */
  list: string | null;
  /** Id of the entry as it stood when the draft was begun; null for a new one and for a whole file. */
  entry: string | null;
  /** YAML when the draft was begun; empty for a new one. */
  base: string;
  /** YAML as it should be. */
  text: string;
  state: 'open' | 'review' | 'approved' | 'published' | 'dropped';
  /** Grows with every change, so that of two who change it the second is told. */
  version: number;
  created_by: number;
  changed_by: number;
  created_at: string;
  changed_at: string;
  reviewed_by: number | null;
  /** The release it was published with, and from when. */
  release: string | null;
  from_at: string | null;
}

interface DraftCommentsTable {
  id: number;
  draft: number;
  written_by: number;
  at: string;
  text: string;
}

/** What became of every test question between two releases. */
interface TrialsTable {
  served: string;
  tried: string;
  at: string;
  /** JSON. */
  result: string;
}

/** What became of asking for an address the knowledge names, in the last run. */
interface LinkChecksTable {
  url: string;
  /** JSON array. */
  places: string;
  state: 'waiting' | 'alive' | 'dead' | 'unsure' | 'refused';
  why: string;
  checked_at: string | null;
}

export interface KnowledgeTables {
  link_checks: LinkChecksTable;
  unanswered: UnansweredTable;
  unanswered_days: UnansweredDaysTable;
  drafts: DraftsTable;
  draft_comments: DraftCommentsTable;
  trials: TrialsTable;
}
