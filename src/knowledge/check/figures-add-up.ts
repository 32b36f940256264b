import { errorAt, type Finding } from '../files/problem.ts';
import type { Relation } from '../schema/report.ts';
import { place, type Rule } from './rule.ts';

function judge(
  relation: Relation,
  values: ReadonlyMap<string, number | string>,
): { code: string; sum?: number } | undefined {
  const whole = values.get(relation.whole);
  const parts = relation.parts.map((id) => values.get(id));
  if (whole === undefined || parts.some((part) => part === undefined)) return undefined;
  if (relation.kind === 'same') return parts.every((part) => part === whole) ? undefined : { code: 'figures_differ' };
  const numbers = parts.filter((part) => typeof part === 'number');
  if (typeof whole !== 'number' || numbers.length !== parts.length) return { code: 'figure_not_a_number' };
  const sum = numbers.reduce((total, part) => total + part, 0);
  if (relation.kind === 'sum') return sum === whole ? undefined : { code: 'figures_do_not_add_up', sum };
  // Parts that may overlap count at least the whole together, and no part is larger than the whole.
  return sum >= whole && numbers.every((part) => part <= whole) ? undefined : { code: 'overlap_impossible', sum };
}

/** What a report's relations say of its figures is so. A whole smaller than its parts needs a relation of kind overlap. */
export const figuresAddUp: Rule = {
  name: 'figures-add-up',
  needsEveryFile: false,
  check: ({ files }) =>
    files.reports.flatMap(({ file, data }) => {
      const values = new Map(data.figures.map((figure) => [figure.id, figure.value]));
      return place(file, ['relations'], data.relations).flatMap(({ path, value: relation }): Finding[] => {
        const fault = judge(relation, values);
        if (!fault) return [];
        const formula = relation.parts.map((id) => values.get(id)).join(' + ');
        const whole = values.get(relation.whole) ?? '–';
        return [errorAt(file, path, fault.code, { id: relation.whole, whole, formula, sum: fault.sum ?? '–' })];
      });
    }),
};
