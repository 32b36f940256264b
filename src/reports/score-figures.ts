import { z } from 'zod';
import { findQuantities } from './read/find-quantities.ts';
import { likeness } from './read/likeness.ts';
import { amountOf, baseUnit } from './read/quantity.ts';
import type { ReadReport, ReportFigure } from './report.ts';

/** A figure of a report as a person labelled it. `value` is a number, 7800多, or a row: 3/0/15. */
export const labelSchema = z.object({
  file: z.string(),
  metric: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
});
export type FigureLabel = z.infer<typeof labelSchema>;

export interface Missed {
  readonly label: FigureLabel;
  /** no-report: the file could not be read; no-value: no figure has it; other-name: one has, under another name. */
  readonly why: 'no-report' | 'no-value' | 'other-name';
}

export interface Score {
  readonly labels: number;
  readonly right: number;
  readonly missed: readonly Missed[];
}

/** Names that share less of the shorter one than this are not taken for the same metric. */
const LIKE = 0.5;

function hasValue(figure: ReportFigure, label: FigureLabel): boolean {
  const unit = label.unit.replace(/\s*[（(].*$/u, '');
  const row = typeof label.value === 'string' ? label.value.split(/[/\s]+/u) : [];
  if (row.length > 1) {
    return figure.values !== undefined && figure.unit === unit && figure.values.join() === row.map(Number).join();
  }
  const [read] = findQuantities(`${label.value}${unit}`);
  const wanted = read ?? { value: Number(label.value), unit, approximate: false };
  return (
    figure.amount === amountOf(wanted) &&
    baseUnit(figure.unit) === baseUnit(wanted.unit) &&
    figure.approximate === wanted.approximate
  );
}

/** A figure counts as read when value and unit are right, its words are in the report, and its name is like the label's. */
function judge(label: FigureLabel, report: ReadReport | undefined): Missed | undefined {
  if (!report) return { label, why: 'no-report' };
  const same = report.figures.filter((figure) => figure.quote !== '' && hasValue(figure, label));
  if (same.length === 0) return { label, why: 'no-value' };
  const named = same.some(({ of, metric }) => likeness(label.metric, `${of ?? ''}${metric}`) >= LIKE);
  return named ? undefined : { label, why: 'other-name' };
}

/** Compares what was read with what people labelled. */
export function scoreFigures(labels: readonly FigureLabel[], read: (file: string) => ReadReport | undefined): Score {
  const missed = labels.flatMap((label) => judge(label, read(label.file)) ?? []);
  return { labels: labels.length, right: labels.length - missed.length, missed };
}
