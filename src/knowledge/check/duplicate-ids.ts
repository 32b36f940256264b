import { errorAt, type Finding } from '../files/problem.ts';
import { listAnswers, listIntents, listLaws, listMatters, type Placed, place, type Rule } from './rule.ts';

function findRepeats(entries: readonly Placed<{ readonly id: string }>[]): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, path, value }) => {
    const other = first.get(value.id);
    if (other !== undefined) return [errorAt(file, [...path, 'id'], 'duplicate_id', { id: value.id, other })];
    first.set(value.id, file);
    return [];
  });
}

/** An id names one thing of its kind; figures may share one across reports, where it is the same metric in another year. */
export const duplicateIds: Rule = {
  name: 'duplicate-ids',
  needsEveryFile: false,
  check: ({ files }) => [
    ...findRepeats(listAnswers(files)),
    ...findRepeats(listMatters(files)),
    ...findRepeats(listIntents(files)),
    ...findRepeats(listLaws(files)),
    ...findRepeats(files.kinds ? place(files.kinds.file, ['kinds'], files.kinds.data.kinds) : []),
    ...findRepeats(
      files.authorities ? place(files.authorities.file, ['authorities'], files.authorities.data.authorities) : [],
    ),
    ...files.reports.flatMap(({ file, data }) => findRepeats(place(file, ['figures'], data.figures))),
  ],
};
