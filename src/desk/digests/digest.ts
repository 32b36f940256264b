import type { Day } from '../../day.ts';
import type { DueEntry } from '../drafts/index.ts';
import type { DayCount, Spike } from './find-spikes.ts';

/** Named counts, most first. */
export type Named = readonly { readonly name: string; readonly count: number }[];

/** 《每日访情》: what people asked on a day. Counts and titles only. */
export interface DailyDigest {
  readonly kind: 'daily';
  readonly day: Day;
  readonly inquiries: number;
  readonly conversations: number;
  readonly filed: number;
  readonly channels: Named;
  /** By place, as far down as the county; only those in which one was named. */
  readonly districts: Named;
  readonly topics: readonly DayCount[];
  /** Asked on none of the days compared with. */
  readonly fresh: readonly DayCount[];
  readonly referrals: Named;
  readonly spikes: readonly Spike[];
  /** Inquiries nothing answered. */
  readonly unanswered: number;
  /** How many weeks before were counted: fewer while the desk is young. */
  readonly weeks: number;
}

/** 《重要信访信息》: one thing on a day that crossed what `digest.yaml` declares. */
export interface ImportantDigest {
  readonly kind: 'important';
  readonly day: Day;
  readonly why: 'spike' | 'urgent';
  /** What was counted when it was made, with what it is measured by. */
  readonly of: Spike;
  /** The count from which on it is reported. */
  readonly threshold: number;
  readonly channels: Named;
  readonly districts: Named;
  readonly weeks: number;
}

/** 《知识库到期提醒》: entries somebody has to look at, each told when it is nearly due and when it is late. */
export interface DueDigest {
  readonly kind: 'due';
  readonly day: Day;
  readonly entries: readonly DueEntry[];
}

export type Digest = DailyDigest | ImportantDigest | DueDigest;

/** A digest as it is kept: nothing changes it. */
export interface IssuedDigest {
  /** From 1 within kind and year, without gaps. */
  readonly number: number;
  readonly year: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly digest: Digest;
}

/** Which digest is meant. */
export interface DigestKey {
  readonly kind: Digest['kind'];
  readonly year: number;
  readonly number: number;
}
