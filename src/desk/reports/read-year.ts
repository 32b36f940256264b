import { type Day, dayOf, earlierDay } from '../../day.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import {
  asReadReport,
  buildReport,
  type ComposedReport,
  composeReport,
  type PreviousReport,
  type ReportCase,
  reconcileReport,
} from '../../reports/index.ts';
import type { Executor } from '../../store/index.ts';
import { readWork } from '../figures/index.ts';
import { hashReport, readStoredReport, type StoredReport } from './annual-report-store.ts';
import { readReportCases } from './read-report-cases.ts';

/** A year's report as staff see it: approved for good, or as it would be on a day. */
export interface YearReport {
  readonly report: ComposedReport;
  readonly stored: StoredReport;
  readonly hash: string;
}

/** The last day counted: the one asked for, today, or the year's last. */
export function lastDayCounted(year: number, now: Date, asked?: Day): Day {
  return earlierDay(asked ?? dayOf(now), `${year}-12-31` as Day);
}

function listParagraphs({ sections }: ComposedReport): PreviousReport['paragraphs'] {
  return sections.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      'id' in part && part.text !== null ? [{ id: part.id, label: part.label, text: part.text }] : [],
    ),
  );
}

/** Last year's report: the approved one, else the texts staff entered and what the cases say of that year. */
function readPrevious(
  cases: readonly ReportCase[],
  { approved, entered }: StoredReport,
  base: KnowledgeBase,
  year: number,
): PreviousReport {
  if (approved) return { tableThree: approved.report.tables.三, paragraphs: listParagraphs(approved.report) };
  const about = { authority: base.profile.name, year, asOf: `${year}-12-31` as Day };
  const labels = new Map(
    (base.annualReport?.sections ?? []).flatMap(({ parts }) =>
      parts.flatMap((part) => ('id' in part ? [[part.id, part.label] as const] : [])),
    ),
  );
  return {
    tableThree: buildReport(cases, about).tables.三,
    paragraphs: Object.entries(entered.texts).map(([id, text]) => ({ id, label: labels.get(id) ?? id, text })),
  };
}

/**
 * The report of a year. Undefined where the knowledge base has no text for it.
 * @param asOf last day counted; ignored once the report is approved
 */
export async function readYear(
  executor: Executor,
  base: KnowledgeBase,
  year: number,
  asOf: Day,
): Promise<YearReport | undefined> {
  const stored = await readStoredReport(executor, year);
  if (stored.approved) return { report: stored.approved.report, stored, hash: stored.approved.hash };
  if (!base.annualReport) return undefined;
  const cases = await readReportCases(executor, base.regimes, asOf);
  const before = await readStoredReport(executor, year - 1);
  const built = buildReport(cases, { authority: base.profile.name, year, asOf });
  const composed = composeReport(built, base.annualReport, stored.entered, {
    work: await readWork(executor, { from: `${year}-01-01` as Day, to: asOf }),
    previous: readPrevious(cases, before, base, year - 1),
  });
  const previous = before.approved ? asReadReport(before.approved.report) : undefined;
  const report = { ...composed, check: reconcileReport(composed, previous) };
  return { report, stored, hash: hashReport(report) };
}
