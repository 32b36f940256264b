import { errorAt, type FieldPath, type Finding } from '../files/problem.ts';
import type { Regime } from '../schema/regime.ts';
import { type Placed, place, type Rule } from './rule.ts';

const ALWAYS = '9999-12-31';
/** Words a table may use without declaring them: the state before the first event, and every clock at once. */
const NEW = 'new';
const ALL = 'all';
/** Not filled in by anybody: reckoned when a consultation lapses. */
const LAST_DAY = 'lastDay';

interface Table {
  readonly file: string;
  readonly data: Regime;
}

function repeated(file: string, list: string, ids: readonly string[]): Finding[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    if (first === index) return [];
    return [errorAt(file, [list, index], 'duplicate_id', { id, other: `${list}[${first + 1}]` })];
  });
}

function findDuplicates({ file, data }: Table): Finding[] {
  const lists = { clocks: data.clocks, states: data.states, fields: data.fields, events: data.events };
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      repeated(
        file,
        name,
        list.map(({ id }) => id),
      ),
    ),
    ...repeated(
      file,
      'outcomes',
      data.outcomes.map(({ code }) => code),
    ),
  ];
}

function expectKnown(known: ReadonlySet<string>, file: string, path: FieldPath, id: string | undefined): Finding[] {
  return id === undefined || known.has(id) ? [] : [errorAt(file, path, 'dead_id', { id })];
}

type PlacedEvent = Placed<Regime['events'][number]>;

/** Everything an event names exists: states, fields, clocks, outcomes. */
function findDeadNames({ data }: Table, { file, path, value: event }: PlacedEvent): Finding[] {
  const states = new Set(data.states.map(({ id }) => id));
  const fields = new Set(data.fields.map(({ id }) => id));
  const clocks = new Set([...data.clocks.map(({ id }) => id), ALL]);
  const outcomes = new Set(data.outcomes.map(({ code }) => code));
  const own = new Set([...Object.keys(event.fields), LAST_DAY]);
  const from = Array.isArray(event.from) ? event.from : [];
  return [
    ...from.flatMap((id, index) => expectKnown(new Set([...states, NEW]), file, [...path, 'from', index], id)),
    ...expectKnown(new Set([...states, 'same', 'back']), file, [...path, 'to'], event.to),
    ...expectKnown(outcomes, file, [...path, 'outcome'], event.outcome),
    ...Object.keys(event.fields).flatMap((id) => expectKnown(fields, file, [...path, 'fields', id], id)),
    ...event.clock.flatMap((effect, index) => {
      const here = [...path, 'clock', index];
      return [
        ...expectKnown(clocks, file, [...here, 'clock'], effect.clock),
        ...expectKnown(clocks, file, [...here, 'during'], effect.during),
        ...(['on', 'for', 'until'] as const).flatMap((key) => expectKnown(own, file, [...here, key], effect[key])),
      ];
    }),
  ];
}

/** Every document an event names has a text; where the authority makes no documents there is nothing to hold it to. */
function findDeadDocuments(kinds: ReadonlySet<string>, { file, path, value }: PlacedEvent): Finding[] {
  if (kinds.size === 0) return [];
  const lists = {
    documents: value.documents.map((each) => (typeof each === 'string' ? each : each.make)),
    composes: value.composes,
    handsOver: value.handsOver,
  };
  return Object.entries(lists).flatMap(([list, names]) =>
    names.flatMap((name, index) => expectKnown(kinds, file, [...path, list, index], name)),
  );
}

function findDeadKeys(table: Table): Finding[] {
  const { file, data } = table;
  const events = new Set(data.events.map(({ id }) => id));
  const fields = new Set(data.fields.map(({ id }) => id));
  return [
    ...place(file, ['events'], data.events).flatMap((event) => findDeadNames(table, event)),
    ...place(file, ['states'], data.states).flatMap(({ path, value }) =>
      expectKnown(events, file, [...path, 'next'], value.next),
    ),
    ...place(file, ['outcomes'], data.outcomes).flatMap(({ path, value }) =>
      place(file, [...path, 'needs'], value.needs).flatMap((need) => expectKnown(fields, file, need.path, need.value)),
    ),
  ];
}

/** Every state can be reached from the first event. */
function findUnreachable({ file, data }: Table): Finding[] {
  const reached = new Set([NEW]);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const event of data.events) {
      const from = Array.isArray(event.from) ? event.from : [...reached].filter((state) => state !== NEW);
      if (from.some((state) => reached.has(state)) && !['same', 'back'].includes(event.to)) reached.add(event.to);
    }
  }
  return place(file, ['states'], data.states).flatMap(({ path, value }) =>
    reached.has(value.id) ? [] : [errorAt(file, [...path, 'id'], 'unreachable_state', { id: value.id })],
  );
}

function findOverlaps(tables: readonly Table[]): Finding[] {
  return tables.flatMap(({ file, data }, index) => {
    const clash = tables
      .slice(0, index)
      .find((other) => other.data.from <= (data.to ?? ALWAYS) && data.from <= (other.data.to ?? ALWAYS));
    return clash ? [errorAt(file, ['from'], 'versions_overlap', { from: data.from, other: clash.data.from })] : [];
  });
}

/** The tables of states and events hold together: what they name exists, every state can be reached, no two overlap. */
export const regimesHold: Rule = {
  name: 'regimes-hold',
  needsEveryFile: false,
  check: ({ files, messages }) => [
    ...findOverlaps(files.regimes),
    ...files.regimes.flatMap((table) => [
      ...findDuplicates(table),
      ...findDeadKeys(table),
      ...findUnreachable(table),
      ...place(table.file, ['events'], table.data.events).flatMap((event) =>
        findDeadDocuments(new Set(files.documents.map(({ data }) => data.kind)), event),
      ),
      ...place(table.file, ['events'], table.data.events).flatMap(({ file, path, value }) =>
        place(file, [...path, 'messages'], value.messages).flatMap((message) =>
          `notice.${message.value.say}` in messages['zh-CN']
            ? []
            : [errorAt(file, [...message.path, 'say'], 'dead_message', { key: `notice.${message.value.say}` })],
        ),
      ),
    ]),
  ],
};
