import type { Report } from '../knowledge/schema/report.ts';
import { createMentions } from './find-mentions.ts';
import type { Observation, ObservedRelation } from './observation.ts';
import type { MetricName } from './query.ts';
import { type Askable, createRanking, type Ranked } from './rank-metrics.ts';

/** The figures of an authority's annual reports. Ids of metrics are the same in every year. */
export interface Figures {
  /** Years with a report on file, ascending. */
  readonly years: readonly number[];
  readonly observe: (id: string, year: number) => Observation | undefined;
  /** Every observation of a year, in the order of the report. */
  readonly list: (year: number) => readonly Observation[];
  /** The metric in any year, the newest first: to name it when the year asked for is not on file. */
  readonly describe: (id: string) => Observation | undefined;
  readonly listRelations: (year: number) => readonly ObservedRelation[];
  /** What the reports do not say, by the id `absent/…` under which `rank` and `mention` give it. */
  readonly nameAbsent: (id: string) => MetricName | undefined;
  /** Metrics and absent ones that a question may be about, best first. */
  readonly rank: (question: string) => readonly Ranked[];
  /** Ids of the metrics a text names, in order. */
  readonly mention: (text: string) => readonly string[];
}

/** Where both fit alike, what the reports do say comes first. */
const ABSENT_WEIGHT = 0.9;

function relate(report: Report, observe: Figures['observe']): ObservedRelation[] {
  return report.relations.flatMap(({ kind, whole, parts, note, en }) => {
    const observed = observe(whole, report.year);
    const observedParts = parts.flatMap((part) => observe(part, report.year) ?? []);
    // Dead ids are the knowledge check's business; here a relation that cannot be told in full is not told.
    return observed && observedParts.length === parts.length
      ? [{ kind, whole: observed, parts: observedParts, note, en }]
      : [];
  });
}

function listAskables(reports: readonly Report[]): { metrics: Askable[]; absent: (Askable & MetricName)[] } {
  const metrics = reports.flatMap((report) =>
    report.figures.map(({ id, metric, names, phrasings }) => ({ id, names: [metric, ...names], phrasings })),
  );
  const absent = new Map(reports.flatMap((report) => report.absent.map((each) => [each.metric, each])));
  return {
    metrics,
    absent: [...absent.values()].map(({ metric, names, phrasings, en }, index) => ({
      id: `absent/${index + 1}`,
      metric,
      en,
      names: [metric, ...names],
      phrasings,
    })),
  };
}

/** Makes the reports' figures searchable. Pure; a few milliseconds for a report. */
export function buildFigures(reports: readonly Report[]): Figures {
  const newestFirst = reports.toSorted((a, b) => b.year - a.year);
  const byYear = new Map(
    newestFirst.map((report) => [
      report.year,
      new Map(report.figures.map((figure): [string, Observation] => [figure.id, { ...figure, year: report.year }])),
    ]),
  );
  const observe = (id: string, year: number) => byYear.get(year)?.get(id);
  const relations = new Map(newestFirst.map((report) => [report.year, relate(report, observe)]));
  const { metrics, absent } = listAskables(newestFirst);
  const absentNames = new Map(absent.map(({ id, metric, en }) => [id, { metric, en }]));
  return {
    years: newestFirst.map((report) => report.year).reverse(),
    observe,
    list: (year) => [...(byYear.get(year)?.values() ?? [])],
    describe: (id) => newestFirst.map((report) => observe(id, report.year)).find((each) => each !== undefined),
    listRelations: (year) => relations.get(year) ?? [],
    nameAbsent: (id) => absentNames.get(id),
    rank: createRanking([...metrics, ...absent.map((each) => ({ ...each, weight: ABSENT_WEIGHT }))]),
    mention: createMentions(metrics),
  };
}
