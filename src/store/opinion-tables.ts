import type { OutcomeKind } from '../conversation/outcome.ts';

/** How content somebody is. Nothing says who. */
export interface RatingsTable {
  /** Keyed hash of what was rated and from which conversation. */
  token: string;
  of_what: 'answer' | 'case';
  /** Id of the answer, or outcome of the request. */
  subject: string;
  /** 5 to 1. */
  level: number;
  release: string | null;
  rated_on: string;
}

/** Poor ratings to be looked into. */
interface FollowUpsTable {
  id: number;
  token: string;
  of_what: 'answer' | 'case';
  /** Id of the answer, or number of the request. */
  about: string;
  level: number;
  opened_on: string;
  due_on: string;
  closed_at: string | null;
  closed_by: string | null;
  /** Sealed; what came of it. */
  note: Uint8Array | null;
}

/** Append only. What was asked and what came of it, without who or in which words. */
export interface InquiriesTable {
  id: string;
  on_day: string;
  channel: string;
  /** Keyed hash of conversation and day. */
  voice: string;
  /** Outcome of the turn; `filed` when it filed a request. */
  kind: OutcomeKind | 'filed';
  subject: string | null;
  authority: string | null;
  band: 'high' | 'middle' | 'low' | 'none';
  /** 1 when what is published was read instead of filing. */
  instead: number;
  release: string | null;
  /** Division code down to the county (two, four or six digits); null when no place was named. */
  place: string | null;
}

/** What people asked and how content they were. */
export interface OpinionTables {
  ratings: RatingsTable;
  follow_ups: FollowUpsTable;
  inquiries: InquiriesTable;
}
