import { errorAt, type FieldPath, type Finding } from '../files/problem.ts';
import { listAnswers, listMatters, place, type Rule } from './rule.ts';

function expectKnown(known: ReadonlySet<string>, file: string, path: FieldPath, id: string): Finding[] {
  return known.has(id) ? [] : [errorAt(file, path, 'dead_id', { id })];
}

/** Every id that is referred to exists: related answers, kinds of authorities, figures in relations, divisions, what is approved. */
export const deadIds: Rule = {
  name: 'dead-ids',
  needsEveryFile: true,
  check: ({ files }) => {
    const answers = listAnswers(files);
    const answerIds = new Set(answers.map(({ value }) => value.id));
    const kinds = new Set(files.kinds?.data.kinds.map((kind) => kind.id));
    const divisions = new Set(files.divisions?.data.map((division) => division.code));
    const related = answers.flatMap(({ file, path, value }) =>
      place(file, [...path, 'related'], value.related).flatMap((id) => expectKnown(answerIds, file, id.path, id.value)),
    );
    const ofMatters = listMatters(files).flatMap(({ file, path, value }) => [
      ...expectKnown(kinds, file, [...path, 'kind'], value.kind),
      ...place(file, [...path, 'also'], value.also).flatMap((id) => expectKnown(kinds, file, id.path, id.value)),
    ]);
    const authorities = files.authorities;
    const ofAuthorities = place(authorities?.file ?? '', ['authorities'], authorities?.data.authorities ?? []).flatMap(
      ({ file, path, value }) => [
        ...(value.kind === undefined ? [] : expectKnown(kinds, file, [...path, 'kind'], value.kind)),
        ...(divisions.size ? expectKnown(divisions, file, [...path, 'place'], value.place) : []),
      ],
    );
    const { approval } = files;
    const known = {
      topics: new Set(files.answers.map(({ data }) => data.topic)),
      answers: answerIds,
      matters: new Set(listMatters(files).map(({ value }) => value.id)),
    };
    const ofApproval = (['topics', 'answers', 'matters'] as const).flatMap((list) =>
      place(approval?.file ?? '', [list], approval?.data[list] ?? []).flatMap((id) =>
        expectKnown(known[list], id.file, id.path, id.value),
      ),
    );
    const named = new Set([...answerIds, ...known.matters, ...(files.intents?.data.intents.map(({ id }) => id) ?? [])]);
    const { digest } = files;
    const ofDigest = place(digest?.file ?? '', ['important', 'urgent'], digest?.data.important.urgent ?? []).flatMap(
      ({ file, path, value }) => expectKnown(named, file, [...path, 'id'], value.id),
    );
    const ofReports = files.reports.flatMap(({ file, data }) => {
      const figures = new Set(data.figures.map((figure) => figure.id));
      return place(file, ['relations'], data.relations).flatMap(({ path, value }) => [
        ...expectKnown(figures, file, [...path, 'whole'], value.whole),
        ...place(file, [...path, 'parts'], value.parts).flatMap((id) => expectKnown(figures, file, id.path, id.value)),
      ]);
    });
    return [...related, ...ofMatters, ...ofAuthorities, ...ofApproval, ...ofDigest, ...ofReports];
  },
};
