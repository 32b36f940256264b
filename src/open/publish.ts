import type { Release } from '../conversation/release.ts';
import type { Day } from '../day.ts';
import { citeSource } from '../knowledge/cite.ts';
import type { OpenEntry, OpenFigure } from './schema.ts';

/** What a release says to the public, as plain data. */
export interface Published {
  readonly release: Release;
  readonly today: Day;
  readonly entries: readonly OpenEntry[];
  readonly figures: readonly OpenFigure[];
  /** Topic id to its title. */
  readonly topics: ReadonlyMap<string, string>;
}

function openEntries({ base }: Release, today: Day): OpenEntry[] {
  return base.answers.map((answer) => ({
    id: answer.id,
    topic: answer.topic,
    title: answer.title,
    versions: answer.versions
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
      .map(({ from, to, answer: text, detail, sources }) => ({
        from,
        to: to ?? null,
        inForce: from <= today && (to === undefined || today <= to),
        answer: text,
        detail: detail ?? null,
        sources: sources.map((source) => citeSource(source, base)),
      })),
    english: answer.en ? { title: answer.en.title, answer: answer.en.answer, detail: answer.en.detail ?? null } : null,
    related: [...answer.related],
  }));
}

function openFigures({ base }: Release): OpenFigure[] {
  return base.reports.flatMap((report) =>
    report.figures.map(({ id, metric, value, unit, approximate, section, quote, note }) => ({
      id,
      year: report.year,
      metric,
      value,
      unit,
      approximate,
      section: report.sections[section] ? `${section}、${report.sections[section]}` : section,
      quote,
      note: note ?? null,
      report: report.title,
      published: report.published,
      url: report.url ?? null,
    })),
  );
}

/** Reads a release for the public. Entries without rules in force today stay: what held in 2017 is asked about too. */
export function publish(release: Release, today: Day): Published {
  return {
    release,
    today,
    entries: openEntries(release, today),
    figures: openFigures(release),
    topics: new Map(release.base.answers.map((answer) => [answer.topic, answer.topicTitle])),
  };
}
