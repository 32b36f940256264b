import type { Day } from '../../day.ts';
import type { Messages } from '../../messages.ts';
import type { FieldPath, Finding } from '../files/problem.ts';
import type { KnowledgeFiles } from '../files/read-files.ts';
import type { Source } from '../schema/base.ts';

interface CheckSubject {
  readonly files: KnowledgeFiles;
  readonly messages: Messages;
  /** Day on which laws must be in force and reviews not overdue. */
  readonly today: Day;
}

/** One thing that must hold of the knowledge as a whole. Pure; what holds within one field is the schema's business. */
export interface Rule {
  readonly name: string;
  /** true when a file that could not be read would make this rule see faults that are none. */
  readonly needsEveryFile: boolean;
  readonly check: (subject: CheckSubject) => readonly Finding[];
}

/** Something with a place in a file. */
export interface Placed<T> {
  readonly file: string;
  readonly path: FieldPath;
  readonly value: T;
}

/** The members of a list with their places. */
export function place<T>(file: string, path: FieldPath, list: readonly T[]): Placed<T>[] {
  return list.map((value, index) => ({ file, path: [...path, index], value }));
}

/** Every answer of every file. */
export function listAnswers(files: KnowledgeFiles) {
  return files.answers.flatMap(({ file, data }) => place(file, ['answers'], data.answers));
}

/** Every figure of every report, with the year it is of. */
export function listFigures(files: KnowledgeFiles) {
  return files.reports.flatMap(({ file, data }) =>
    place(file, ['figures'], data.figures).map((figure) => ({ ...figure, year: data.year })),
  );
}

export function listMatters(files: KnowledgeFiles) {
  return files.matters ? place(files.matters.file, ['matters'], files.matters.data.matters) : [];
}

export function listIntents(files: KnowledgeFiles) {
  return files.intents ? place(files.intents.file, ['intents'], files.intents.data.intents) : [];
}

export function listLaws(files: KnowledgeFiles) {
  return files.laws ? place(files.laws.file, ['laws'], files.laws.data.laws) : [];
}

/** Every article the tables of states and events rest on. */
function listRegimeBases(files: KnowledgeFiles): Placed<Source>[] {
  return files.regimes.flatMap(({ file, data }) => [
    ...place(file, ['events'], data.events).flatMap(({ path, value }) => place(file, [...path, 'basis'], value.basis)),
    ...place(file, ['outcomes'], data.outcomes).flatMap(({ path, value }) =>
      place(file, [...path, 'basis'], value.basis),
    ),
    ...place(file, ['clocks'], data.clocks).flatMap(({ path, value }) =>
      place(file, [...path, 'periods'], value.periods).flatMap((period) =>
        period.value.basis ? [{ file, path: [...period.path, 'basis'], value: period.value.basis }] : [],
      ),
    ),
  ]);
}

export function listRetention(files: KnowledgeFiles) {
  return files.retention ? place(files.retention.file, ['retention'], files.retention.data.retention) : [];
}

/** Every source that answers, matters, times of retention, the authority's own contacts and its tables rest on. */
export function listSources(files: KnowledgeFiles): Placed<Source>[] {
  const ofAnswers = listAnswers(files).flatMap(({ file, path, value }) =>
    value.versions.flatMap((version, index) => place(file, [...path, 'versions', index, 'sources'], version.sources)),
  );
  const ofMatters = listMatters(files).flatMap(({ file, path, value }) => place(file, [...path, 'basis'], value.basis));
  const ofRetention = listRetention(files).flatMap(({ file, path, value }) =>
    place(file, [...path, 'basis'], value.basis),
  );
  const { profile } = files;
  const ofProfile = Object.entries(profile?.data ?? {}).flatMap(([name, fact]) =>
    profile && typeof fact === 'object' && 'source' in fact
      ? [{ file: profile.file, path: [name, 'source'], value: fact.source }]
      : [],
  );
  const ofLists = ['answers', 'items', 'proposals'].flatMap((list) =>
    files.lists
      ? place(files.lists.file, [list], files.lists.data[list as 'items']).flatMap(({ file, path, value }) =>
          place(file, [...path, 'sources'], value.sources),
        )
      : [],
  );
  return [...ofLists, ...ofAnswers, ...ofMatters, ...ofRetention, ...ofProfile, ...listRegimeBases(files)];
}
