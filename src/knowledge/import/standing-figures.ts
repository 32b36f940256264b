import { readData } from '../edit/index.ts';
import { publishedFileSchema } from '../schema/published.ts';
import { reportSchema } from '../schema/report.ts';
import type { StandingFigure } from './match-figures.ts';

const ownSchema = reportSchema.pick({ figures: true }).loose();

/** Figures the file of an own report has, as far as it can be read; none where it is empty. */
export function listOwnFigures(text: string): readonly StandingFigure[] {
  const parsed = ownSchema.safeParse(readData(text));
  return parsed.success ? parsed.data.figures : [];
}

/** Figures `published.yaml` has of an authority's report of a year. */
export function listPublishedFigures(text: string, authority: string, year: number): readonly StandingFigure[] {
  const parsed = publishedFileSchema.safeParse(readData(text));
  if (!parsed.success) return [];
  const { metrics, reports } = parsed.data;
  const names = new Map(metrics.map(({ id, metric }) => [id, metric]));
  return reports
    .filter((report) => report.authority === authority && report.year === year)
    .flatMap((report) =>
      report.figures.map(({ metric, ...figure }) => ({
        ...figure,
        id: metric,
        metric: names.get(metric) ?? metric,
        names: [],
        section: null,
      })),
    );
}
