import type { Day } from '../../day.ts';
import type { ActorRole } from '../../knowledge/schema/regime.ts';

/** What an event carries: texts, days and codes as text, numbers as numbers. */
export type Fields = Readonly<Record<string, string | number>>;

/** One entry of a case's log: what was done, when, by whom in which role, and what was told with it. */
export interface CaseEvent {
  /** 1 for the first event of a case. */
  readonly seq: number;
  /** Id of the event in the regime's table. */
  readonly kind: string;
  /** Civil day in China. */
  readonly on: Day;
  /** Id of the person, or `requester` or `system`. */
  readonly by: string;
  readonly role: ActorRole;
  readonly fields: Fields;
}

/** Who acts. */
export interface Actor {
  /** Id of the person, the same for all they do; `requester` and `system` for those two. */
  readonly id: string;
  readonly roles: readonly ActorRole[];
  /** Name of the unit the person belongs to. */
  readonly unit: string | null;
}

export const REQUESTER: Actor = { id: 'requester', roles: ['requester'], unit: null };
export const SYSTEM: Actor = { id: 'system', roles: ['system'], unit: null };

/** A field's text; null when it is absent or a number. */
export function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

/** A field's day. Fields are checked before they enter the log, so a text where a day is expected is one. */
export function dayIn(fields: Fields, name: string): Day | null {
  return textOf(fields, name) as Day | null;
}

/** A field's number; null when it is absent or a text. */
export function numberIn(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
}
