import { errorAt, type Finding } from '../files/problem.ts';
import { place, type Rule } from './rule.ts';

/** Ids stand once, columns that are named exist, and of what was received no more is handled, replied to or published. */
export const listsHold: Rule = {
  name: 'lists-hold',
  needsEveryFile: false,
  check: ({ files: { lists } }) => {
    if (!lists) return [];
    const { file, data } = lists;
    const columns = new Set(data.columns.map(({ id }) => id));
    const items = place(file, ['items'], data.items);
    const twice = items.flatMap(({ path, value: { id } }, index): Finding[] =>
      data.items.findIndex((other) => other.id === id) < index
        ? [errorAt(file, path, 'duplicate_id', { id, other: file })]
        : [],
    );
    const dead = items.flatMap(({ path, value }) =>
      place(file, [...path, 'columns'], value.columns).flatMap((named): Finding[] =>
        columns.has(named.value) ? [] : [errorAt(file, named.path, 'list_column', { id: named.value })],
      ),
    );
    const sums = place(file, ['proposals'], data.proposals).flatMap(({ path, value }) =>
      (['handled', 'replied', 'content', 'solved', 'published'] as const).flatMap((field): Finding[] =>
        (value[field] ?? 0) > value.received
          ? [errorAt(file, [...path, field], 'list_more', { field, received: value.received })]
          : [],
      ),
    );
    return [...twice, ...dead, ...sums];
  },
};
