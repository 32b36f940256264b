import type { PublishedFile, PublishedMetric } from '../knowledge/schema/published.ts';
import type { Report } from '../knowledge/schema/report.ts';
import { amountOf, baseUnit } from '../reports/read/quantity.ts';

/** One metric of one authority in one year, with where it was read. */
export interface PublishedFigure {
  readonly authority: string;
  readonly year: number;
  readonly metric: PublishedMetric;
  /** In units of one, so that figures can be compared: 674500. */
  readonly amount: number;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly quote: string;
  readonly note: string | undefined;
  readonly title: string;
  readonly url: string | null;
}

/** An authority with the years a report of it is held for. */
export interface Publisher {
  readonly name: string;
  readonly names: readonly string[];
  readonly years: readonly number[];
  readonly own: boolean;
}

/** Figures of many authorities and years. */
export interface Published {
  readonly publishers: readonly Publisher[];
  readonly metrics: readonly PublishedMetric[];
  readonly figures: readonly PublishedFigure[];
}

interface Owner {
  readonly name: string;
  readonly short: readonly string[];
}

function listOwn(metrics: readonly PublishedMetric[], reports: readonly Report[], owner: Owner): PublishedFigure[] {
  return reports.flatMap(({ year, title, url, figures }) =>
    metrics.flatMap((metric): PublishedFigure[] => {
      const own = figures.find(({ id }) => id === metric.own);
      if (!own || typeof own.value !== 'number') return [];
      const { value, unit, approximate, quote, note } = own;
      const place = { authority: owner.name, year, title, url: url ?? null };
      return [{ ...place, metric, value, amount: amountOf({ value, unit }), unit, approximate, quote, note }];
    }),
  );
}

function listOthers({ metrics, reports }: PublishedFile): PublishedFigure[] {
  return reports.flatMap(({ authority, year, url, figures }) =>
    figures.flatMap(({ metric: id, value, unit, approximate, quote, note }): PublishedFigure[] => {
      const metric = metrics.find((each) => each.id === id);
      const place = { authority, year, title: `${authority}${year}年政府信息公开工作年度报告`, url };
      return metric
        ? [{ ...place, metric, value, amount: amountOf({ value, unit }), unit, approximate, quote, note }]
        : [];
    }),
  );
}

/** Puts the reports of the authority served and of others side by side. */
export function buildPublished(file: PublishedFile, reports: readonly Report[], owner: Owner): Published {
  const yearsOf = (name: string) => file.reports.flatMap(({ authority, year }) => (authority === name ? [year] : []));
  const others = new Map(file.reports.map((report) => [report.authority, report]));
  return {
    metrics: file.metrics,
    figures: [...listOwn(file.metrics, reports, owner), ...listOthers(file)],
    publishers: [
      { name: owner.name, names: [owner.name, ...owner.short], years: reports.map(({ year }) => year), own: true },
      ...[...others.values()].map(({ authority, names }) => ({
        name: authority,
        names: [authority, ...names],
        years: yearsOf(authority).toSorted((a, b) => a - b),
        own: false,
      })),
    ],
  };
}

/** Whether two figures can be set side by side: counts of things, or the same unit. */
export function areComparable(one: PublishedFigure, other: PublishedFigure): boolean {
  const things = /^(?:条|篇|件|例)$/u;
  const [left, right] = [baseUnit(one.unit), baseUnit(other.unit)];
  return left === right || (things.test(left) && things.test(right));
}

/** From the largest; equal ones by year and name. */
export function rankFigures(figures: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return figures.toSorted((a, b) => b.amount - a.amount || b.year - a.year || (a.authority < b.authority ? -1 : 1));
}
