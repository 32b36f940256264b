import { errorAt, type FieldPath, type Finding } from '../files/problem.ts';
import type { TeamHours } from '../schema/hours.ts';
import { place, type Rule } from './rule.ts';

type Intervals = TeamHours['intervals'];

function checkIntervals(file: string, path: FieldPath, intervals: Intervals): Finding[] {
  return place(file, path, intervals).flatMap(({ path: at, value: { from, to } }, index): Finding[] => {
    if (from >= to) return [errorAt(file, at, 'interval_backwards', { from, to })];
    const before = intervals[index - 1];
    return before && before.to > from ? [errorAt(file, at, 'intervals_overlap', { from, to: before.to })] : [];
  });
}

function checkTeam(file: string, path: FieldPath, team: TeamHours): Finding[] {
  const exceptions = place(file, [...path, 'exceptions'], team.exceptions);
  return [
    ...checkIntervals(file, [...path, 'intervals'], team.intervals),
    ...exceptions.flatMap(({ path: at, value }, index): Finding[] => {
      const { from, to = from } = value;
      const other = team.exceptions.slice(0, index).find((each) => each.from <= to && (each.to ?? each.from) >= from);
      return [
        ...checkIntervals(file, [...at, 'intervals'], value.intervals),
        ...(from > to ? [errorAt(file, at, 'exception_backwards', { from, to })] : []),
        ...(other ? [errorAt(file, at, 'exceptions_overlap', { from, other: other.from })] : []),
      ];
    }),
  ];
}

/** What does not hold of the hours of teams: each finding's path begins with `teams` and the team's place. */
export function checkHours(file: string, teams: readonly TeamHours[]): readonly Finding[] {
  const placed = place(file, ['teams'], teams);
  return placed.flatMap(({ path, value }, index) => {
    const twice = placed.slice(0, index).find((other) => other.value.id === value.id);
    const findings = checkTeam(file, path, value);
    return twice ? [errorAt(file, path, 'duplicate_id', { id: value.id, other: file }), ...findings] : findings;
  });
}

/** Working hours run forward and do not overlap, and a day has hours of its own but once. */
export const hoursHold: Rule = {
  name: 'hours-hold',
  needsEveryFile: false,
  check: ({ files: { hours } }) => (hours ? checkHours(hours.file, hours.data.teams) : []),
};
