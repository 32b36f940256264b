import type { Day } from '../../day.ts';
import { errorAt, type FieldPath, type Finding } from '../files/problem.ts';
import type { AnswerVersion } from '../schema/answer.ts';
import type { Source } from '../schema/base.ts';
import type { Law } from '../schema/law.ts';
import { listAnswers, listLaws, listMatters, listRetention, type Placed, place, type Rule } from './rule.ts';

const ALWAYS = '9999-12-31';

/** Days for which a statement is made. One without an end is made for today. */
interface Period {
  readonly from: string;
  readonly to?: string | undefined;
}

function holds(source: Source, laws: ReadonlyMap<string, Law>, today: Day): boolean {
  const law = 'law' in source ? laws.get(source.law) : undefined;
  return law !== undefined && law.from <= today && today <= (law.to ?? ALWAYS);
}

/**
 * Judges the sources of one statement. An answer for today may set past law beside the law in force, as long as its
 * words say which year the past one ended. A matter has no such words.
 */
function judgeSources(
  sources: readonly Placed<Source>[],
  period: Period,
  wording: string,
  laws: ReadonlyMap<string, Law>,
  today: Day,
): Finding[] {
  const compares = sources.some(({ value }) => holds(value, laws, today));
  return sources.flatMap(({ file, path, value: source }) => {
    const law = 'law' in source ? laws.get(source.law) : undefined;
    if (!law) return [];
    const end = law.to ?? ALWAYS;
    const ended = period.to === undefined ? end < today : end < period.from;
    if (ended && !(period.to === undefined && compares && wording.includes(end.slice(0, 4)))) {
      return [errorAt(file, path, 'law_out_of_force', { law: law.title, id: law.id, to: end })];
    }
    const begun = law.from <= (period.to ?? today);
    return begun ? [] : [errorAt(file, path, 'law_not_yet_in_force', { law: law.title, id: law.id, from: law.from })];
  });
}

function judgeVersions(file: string, path: FieldPath, versions: readonly AnswerVersion[]): Finding[] {
  return versions.flatMap((version, index) => {
    const here = [...path, 'versions', index];
    if (version.to !== undefined && version.to < version.from) {
      return [errorAt(file, [...here, 'to'], 'version_ends_before_it_begins', { from: version.from, to: version.to })];
    }
    const clash = versions
      .slice(0, index)
      .find((other) => other.from <= (version.to ?? ALWAYS) && version.from <= (other.to ?? ALWAYS));
    return clash
      ? [errorAt(file, [...here, 'from'], 'versions_overlap', { from: version.from, other: clash.from })]
      : [];
  });
}

/** A statement rests on law that was in force when it holds, and no two versions of an answer hold on the same day. */
export const outOfForce: Rule = {
  name: 'out-of-force',
  needsEveryFile: false,
  check: ({ files, today }) => {
    const laws = new Map(listLaws(files).map(({ value }) => [value.id, value]));
    const ofAnswers = listAnswers(files).flatMap(({ file, path, value }) => [
      ...judgeVersions(file, path, value.versions),
      ...value.versions.flatMap((version, index) => {
        if (version.to !== undefined && version.to < version.from) return [];
        const sources = place(file, [...path, 'versions', index, 'sources'], version.sources);
        const period = { from: version.from, to: version.to };
        return judgeSources(sources, period, `${version.answer}\n${version.detail ?? ''}`, laws, today);
      }),
    ]);
    const ofMatters = listMatters(files).flatMap(({ file, path, value }) =>
      judgeSources(place(file, [...path, 'basis'], value.basis), { from: today, to: undefined }, '', laws, today),
    );
    const ofRetention = listRetention(files).flatMap(({ file, path, value }) =>
      judgeSources(place(file, [...path, 'basis'], value.basis), value, '', laws, today),
    );
    return [...ofAnswers, ...ofMatters, ...ofRetention];
  },
};
