import { errorAt, warningAt } from '../files/problem.ts';
import type { KnowledgeFiles } from '../files/read-files.ts';
import { normalise } from '../search/index.ts';
import { listAnswers, listFigures, listIntents, listMatters, type Placed, place, type Rule } from './rule.ts';

type Phrasing = Placed<string> & { readonly entry: string };

function phrasingsOf(
  kind: string,
  { file, path, value }: Placed<{ id: string; phrasings: readonly string[] }>,
): Phrasing[] {
  return place(file, [...path, 'phrasings'], value.phrasings).map((each) => ({
    ...each,
    entry: `${kind}/${value.id}`,
  }));
}

function listPhrasings(files: KnowledgeFiles): Phrasing[] {
  const answers = listAnswers(files);
  const english = answers.flatMap(({ file, path, value }) =>
    place(file, [...path, 'en', 'phrasings'], value.en?.phrasings ?? []).map((each) => ({
      ...each,
      entry: `answer/${value.id}`,
    })),
  );
  return [
    ...answers.flatMap((answer) => phrasingsOf('answer', answer)),
    ...english,
    ...listMatters(files).flatMap((matter) => phrasingsOf('matter', matter)),
    ...listFigures(files).flatMap((figure) => phrasingsOf('figure', figure)),
    ...listIntents(files).flatMap((intent) => phrasingsOf('intent', intent)),
  ];
}

/**
 * One way of asking leads to one entry. Compared after normalisation, as the search compares: script, width and
 * courtesy do not make two phrasings different. The same metric in another year's report keeps its phrasings.
 */
export const duplicatePhrasings: Rule = {
  name: 'duplicate-phrasings',
  needsEveryFile: false,
  check: ({ files }) => {
    const first = new Map<string, Phrasing>();
    return listPhrasings(files).flatMap((phrasing) => {
      const key = normalise(phrasing.value);
      const other = first.get(key);
      if (!other) {
        first.set(key, phrasing);
        return [];
      }
      const { file, path, value, entry } = phrasing;
      if (other.entry !== entry)
        return [errorAt(file, path, 'duplicate_phrasing', { phrasing: value, other: other.entry })];
      return other.file === file ? [warningAt(file, path, 'repeated_phrasing', { phrasing: value })] : [];
    });
  },
};
