import type { Day } from '../../day.ts';

/**
 * Time that does not run against the authority: asking a third party or another authority (711号令 art. 33(3)). Both
 * ends belong to it. Pauses may overlap, and may lie before the start or after the end of a period.
 */
export interface Pause {
  readonly from: Day;
  readonly to: Day;
}

/** Whether a day lies in any of the pauses. */
export function isPaused(pauses: readonly Pause[], day: Day): boolean {
  return pauses.some((pause) => pause.from <= day && day <= pause.to);
}
