import { dayOf } from '../../day.ts';
import type { Executor } from '../../store/index.ts';
import { approveStored } from './annual-report-store.ts';
import type { YearReport } from './read-year.ts';

/** Why a report cannot be approved yet; keys under `report.` in the messages. */
export type Hindrance =
  | 'hindrance_approved'
  | 'hindrance_year_not_over'
  | 'hindrance_gaps'
  | 'hindrance_sums'
  | 'hindrance_nothing_entered'
  | 'hindrance_own';

/** The first thing that stands in the way of approving, for this person; null when nothing does. */
export function findHindrance({ report, stored }: YearReport, by: number, now: Date): Hindrance | null {
  if (stored.approved) return 'hindrance_approved';
  if (report.preview || dayOf(now) <= report.asOf) return 'hindrance_year_not_over';
  if (stored.version === 0) return 'hindrance_nothing_entered';
  if (report.gaps.length > 0) return 'hindrance_gaps';
  if (!report.check.ok) return 'hindrance_sums';
  return stored.writers.includes(by) ? 'hindrance_own' : null;
}

/** Approves the report for good. False when it is no longer the one the approver saw. */
export async function approveReport(
  executor: Executor,
  { report, stored, hash }: YearReport,
  approval: { readonly by: number; readonly now: Date; readonly seen: string },
): Promise<boolean> {
  if (hash !== approval.seen) return false;
  return approveStored(executor, report, { version: stored.version, ...approval });
}
