import type { Day } from '../../day.ts';
import type { Problem } from '../files/problem.ts';
import { putIntoWords } from '../files/put-into-words.ts';
import type { KnowledgeFiles } from '../files/read-files.ts';
import { type LoadOptions, readMaterial } from '../load.ts';
import { annualReportHolds } from './annual-report-holds.ts';
import { daysExist } from './days-exist.ts';
import { deadIds } from './dead-ids.ts';
import { deadSources } from './dead-sources.ts';
import { documentsHold } from './documents-hold.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { duplicatePhrasings } from './duplicate-phrasings.ts';
import { figuresAddUp } from './figures-add-up.ts';
import { hoursHold } from './hours-hold.ts';
import { listsHold } from './lists-hold.ts';
import { outOfForce } from './out-of-force.ts';
import { publishedHold } from './published-hold.ts';
import { quotesHold } from './quotes-hold.ts';
import { regimesHold } from './regimes-hold.ts';
import { retentionHolds } from './retention-holds.ts';
import { reviewsOverdue } from './reviews-overdue.ts';
import type { Rule } from './rule.ts';
import { templatesHold } from './templates-hold.ts';

const RULES: readonly Rule[] = [
  annualReportHolds,
  daysExist,
  deadSources,
  deadIds,
  duplicateIds,
  duplicatePhrasings,
  figuresAddUp,
  outOfForce,
  hoursHold,
  listsHold,
  documentsHold,
  templatesHold,
  quotesHold,
  publishedHold,
  regimesHold,
  retentionHolds,
  reviewsOverdue,
];

function collectTexts(files: KnowledgeFiles): ReadonlyMap<string, string> {
  const { answers, reports, documents, regimes, calendars, templates: _, ...single } = files;
  const all = [...answers, ...reports, ...documents, ...regimes, ...calendars, ...Object.values(single)];
  return new Map(all.flatMap((file) => (file ? [[file.file, file.text]] : [])));
}

/**
 * Everything that is wrong with an authority's knowledge on a day: what `loadRelease` reports, and what the rules find in
 * the files that can be read. Empty when all is well. Problems of severity `error` should keep a release from going out.
 */
export function checkKnowledge(options: LoadOptions & { readonly today: Day }): readonly Problem[] {
  const material = readMaterial(options);
  if ('problems' in material) return material.problems;
  const { files, failures, messages } = material;
  const texts = collectTexts(files);
  const rules = RULES.filter((rule) => failures.length === 0 || !rule.needsEveryFile);
  const found = rules
    .flatMap((rule) => rule.check({ files, messages, today: options.today }))
    .map((finding) => ({ finding, text: texts.get(finding.file) ?? '' }));
  return putIntoWords([...failures, ...found], messages, options.locale ?? 'zh-CN');
}
