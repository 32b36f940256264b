import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ComposedReport, type Entered, NOTHING_ENTERED } from '../../reports/index.ts';
import type { Executor } from '../../store/index.ts';

const writersSchema = z.array(z.number().int());

/** The report of a year as it is kept. */
export interface StoredReport {
  readonly entered: Entered;
  /** 0 while nobody has entered anything. */
  readonly version: number;
  /** Ids of all who changed it. */
  readonly writers: readonly number[];
  readonly changedAt: string | null;
  /** Set once it is approved, and then what counts. */
  readonly approved: {
    readonly report: ComposedReport;
    readonly hash: string;
    readonly by: number;
    readonly at: string;
  } | null;
}

const NEW: StoredReport = { entered: NOTHING_ENTERED, version: 0, writers: [], changedAt: null, approved: null };

export async function readStoredReport({ db }: Executor, year: number): Promise<StoredReport> {
  const row = await db.selectFrom('annual_reports').selectAll().where('year', '=', year).executeTakeFirst();
  if (!row) return NEW;
  const { content, hash, approved_by: by, approved_at: at } = row;
  return {
    // Written by us as they are read.
    entered: JSON.parse(row.entered) as Entered,
    version: row.version,
    writers: writersSchema.parse(JSON.parse(row.writers)),
    changedAt: row.changed_at,
    approved:
      content !== null && hash !== null && by !== null && at !== null
        ? { report: JSON.parse(content) as ComposedReport, hash, by, at }
        : null,
  };
}

/** What a report is known by: the hash of all of it. */
export function hashReport(report: ComposedReport): string {
  return createHash('sha256').update(JSON.stringify(report)).digest('hex');
}

/**
 * Keeps what staff entered, where `version` is the one they saw. False when another was quicker, or it is approved already.
 */
export async function writeEntered(
  executor: Executor,
  year: number,
  {
    version,
    entered,
    by,
    now,
  }: { readonly version: number; readonly entered: Entered; readonly by: number; readonly now: Date },
): Promise<boolean> {
  const { db } = executor;
  const changed = { entered: JSON.stringify(entered), version: version + 1, changed_at: now.toISOString() };
  if (version === 0) {
    const row = { year, ...changed, writers: JSON.stringify([by]) };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('annual_reports')
      .values(row)
      .onConflict((conflict) => conflict.column('year').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { writers } = await readStoredReport(executor, year);
  const { numUpdatedRows } = await db
    .updateTable('annual_reports')
    .set({ ...changed, writers: JSON.stringify([...new Set([...writers, by])]) })
    .where('year', '=', year)
    .where('version', '=', version)
    .where('approved_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Approves the report as it stands; nothing changes it afterwards. False when it was changed or approved meanwhile. */
export async function approveStored(
  { db }: Executor,
  report: ComposedReport,
  { version, by, now }: { readonly version: number; readonly by: number; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('annual_reports')
    .set({
      content: JSON.stringify(report),
      hash: hashReport(report),
      approved_by: by,
      approved_at: now.toISOString(),
    })
    .where('year', '=', report.year)
    .where('version', '=', version)
    .where('approved_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
