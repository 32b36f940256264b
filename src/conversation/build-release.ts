import { buildFigures, buildPublished } from '../figures/index.ts';
import { buildJurisdiction } from '../jurisdiction/index.ts';
import type { KnowledgeBase, ReleaseData } from '../knowledge/release.ts';
import { type Learned, learnIndex, openIndex, type SearchEntry } from '../knowledge/search/index.ts';
import { buildCalendar, layCalendars } from '../requests/index.ts';
import type { Release } from './release.ts';

/** Everything a message can be about, as entries of one index, so that their probabilities can be compared. */
export function listSearchEntries(base: KnowledgeBase): SearchEntry[] {
  return [
    ...base.answers.map((answer) => ({
      id: `answer/${answer.id}`,
      phrasings: [answer.title, ...answer.phrasings, ...(answer.en ? [answer.en.title, ...answer.en.phrasings] : [])],
      tests: answer.tests,
    })),
    ...base.reports.flatMap((report) =>
      report.figures.map((figure) => ({
        id: `figure/${figure.id}`,
        phrasings: [figure.metric, ...figure.names, ...figure.phrasings],
      })),
    ),
    ...base.matters.map((matter) => ({ id: `matter/${matter.id}`, phrasings: [matter.title, ...matter.phrasings] })),
    ...base.intents.map((intent) => ({ id: `intent/${intent.id}`, phrasings: [...intent.phrasings] })),
  ];
}

/** What the search index learns from a knowledge base. A second or two of work, worth keeping. */
export function learnBase(base: KnowledgeBase): Learned {
  return learnIndex(listSearchEntries(base), { synonyms: base.synonyms });
}

/** A release ready to answer: its data with every index built. `learned` saves learning what was learned before. */
export function buildRelease(data: ReleaseData, learned: Learned = learnBase(data.base)): Release {
  const { base } = data;
  return {
    ...data,
    search: openIndex(learned, base.synonyms),
    jurisdiction: buildJurisdiction(base),
    figures: buildFigures(base.reports),
    published: buildPublished(base.published, base.reports, base.profile),
    calendar: buildCalendar(layCalendars(base.calendars)),
  };
}
