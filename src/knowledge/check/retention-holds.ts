import { errorAt, type Finding, warningAt } from '../files/problem.ts';
import { ACTIONS, RETAINED, RETENTION_EVENTS, type RetentionRule } from '../schema/retention.ts';
import { listRetention, type Placed, type Rule } from './rule.ts';

const ALWAYS = '9999-12-31';

function judgeRule({ file, path, value }: Placed<RetentionRule>): Finding[] {
  const allowed = ACTIONS[value.data];
  if (!allowed.includes(value.action))
    return [errorAt(file, [...path, 'action'], 'retention_action', { data: value.data, allowed: allowed.join('、') })];
  if (value.since !== RETENTION_EVENTS[value.data])
    return [
      errorAt(file, [...path, 'since'], 'retention_event', { data: value.data, event: RETENTION_EVENTS[value.data] }),
    ];
  if ((value.action === 'keep') !== (value.keep === undefined))
    return [errorAt(file, [...path, 'action'], 'retention_time', { data: value.data })];
  return value.to !== undefined && value.to < value.from
    ? [errorAt(file, [...path, 'to'], 'version_ends_before_it_begins', { from: value.from, to: value.to })]
    : [];
}

function judgeOverlap(rules: readonly Placed<RetentionRule>[]): Finding[] {
  return rules.flatMap(({ file, path, value }, index) => {
    const clash = rules
      .slice(0, index)
      .find(
        ({ value: other }) =>
          other.data === value.data && other.from <= (value.to ?? ALWAYS) && value.from <= (other.to ?? ALWAYS),
      );
    return clash
      ? [errorAt(file, [...path, 'from'], 'versions_overlap', { from: value.from, other: clash.value.from })]
      : [];
  });
}

/** Every class of data has one rule on a day, with an action and an event that fit it. */
export const retentionHolds: Rule = {
  name: 'retention-holds',
  needsEveryFile: false,
  check: ({ files, today }) => {
    if (!files.retention) return [];
    const { file } = files.retention;
    const rules = listRetention(files);
    const covered = new Set(
      rules.filter(({ value }) => value.from <= today && today <= (value.to ?? ALWAYS)).map(({ value }) => value.data),
    );
    const missing = RETAINED.filter((data) => !covered.has(data));
    return [
      ...rules.flatMap(judgeRule),
      ...judgeOverlap(rules),
      ...missing.map((data) => warningAt(file, ['retention'], 'retention_missing', { data })),
    ];
  },
};
