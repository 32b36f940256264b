import type { Executor } from '../executor.ts';

/** Something whose time is over. */
export interface Overdue {
  /** Its primary key as JSON. */
  readonly key: string;
  /** The instant its time is counted from, ISO 8601. */
  readonly at: string;
  /** Names to be locked before it is erased: what somebody is writing this moment is not overdue. */
  readonly names: readonly string[];
}

/** How one class of data is found when its time is over, and done away with. */
export interface Retained {
  /** What is older than `before` and in no held case, oldest first; at most `most` when given. */
  readonly find: (executor: Executor, before: Date, most?: number) => Promise<readonly Overdue[]>;
  readonly erase: (executor: Executor, overdue: readonly Overdue[]) => Promise<void>;
}

/** The members of a key written by `JSON.stringify`. */
export function readKey<T extends readonly (string | number)[]>({ key }: Overdue): T {
  return JSON.parse(key) as T;
}

export function makeOverdue(key: readonly (string | number)[], at: string, names: readonly string[] = []): Overdue {
  return { key: JSON.stringify(key), at, names };
}

/** More than any table holds: what a look at everything asks for. */
export const ALL = Number.MAX_SAFE_INTEGER;
