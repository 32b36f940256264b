import { parseDay } from '../../day.ts';
import { errorAt, type FieldPath, type Finding } from '../files/problem.ts';
import type { Rule } from './rule.ts';

const LOOKS_LIKE_A_DAY = /^\d{4}-\d{2}-\d{2}$/u;

function findInventedDays(file: string, path: FieldPath, value: unknown): Finding[] {
  if (typeof value === 'string') {
    const invented = LOOKS_LIKE_A_DAY.test(value) && parseDay(value) === undefined;
    return invented ? [errorAt(file, path, 'no_such_day', { field: String(path.at(-1)), value })] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => findInventedDays(file, [...path, key], inner));
}

/** Every date written down is a day of the calendar: no 2026-02-30. */
export const daysExist: Rule = {
  name: 'days-exist',
  needsEveryFile: false,
  check: ({ files }) => {
    const { profile, laws, authorities, answers, reports, letterhead, hours } = files;
    return [profile, laws, authorities, letterhead, hours, ...answers, ...reports].flatMap((each) =>
      each ? findInventedDays(each.file, [], each.data) : [],
    );
  },
};
