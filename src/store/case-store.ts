import type { CaseClock } from '../requests/lifecycle/case-clock.ts';
import type { CaseView } from '../requests/lifecycle/case-view.ts';
import type { ReckonedClock } from '../requests/lifecycle/reckon-clock.ts';
import type { CaseClocksTable, RequestsTable } from './case-tables.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';

/** The columns of a request that follow from its events and clocks. */
export type DerivedRow = Pick<
  RequestsTable,
  | 'state'
  | 'received_on'
  | 'due_on'
  | 'due_provisional'
  | 'regime'
  | 'version'
  | 'way'
  | 'owner'
  | 'unit'
  | 'drafter'
  | 'outcome'
  | 'answered_on'
>;

/** What the row of a case has to say; nothing in it is known in any other way. */
export function deriveRow(view: CaseView, clocks: readonly ReckonedClock[]): DerivedRow {
  const answer = clocks.find((clock) => clock.id === 'statutory');
  return {
    state: view.state,
    received_on: view.receivedOn,
    due_on: answer?.due ?? null,
    due_provisional: answer?.provisional ? 1 : 0,
    regime: view.regime,
    version: view.version,
    way: view.way,
    owner: view.owner,
    unit: view.unit,
    drafter: view.drafter,
    outcome: view.outcome,
    answered_on: view.answeredOn,
  };
}

/** The rows of a case's clocks. */
export function deriveClocks(
  number: string,
  specs: readonly CaseClock[],
  clocks: readonly ReckonedClock[],
): CaseClocksTable[] {
  return clocks.map((clock, index) => ({
    number,
    clock: clock.id,
    spec: JSON.stringify(specs[index]),
    due_on: clock.due,
    provisional: clock.provisional ? 1 : 0,
    stopped_on: clock.stoppedOn,
  }));
}

const storeClock = prepareQuery((db, given: CaseClocksTable) =>
  db
    .insertInto('case_clocks')
    .values({
      number: given.number,
      clock: given.clock,
      spec: given.spec,
      due_on: given.due_on,
      provisional: given.provisional,
      stopped_on: given.stopped_on,
    })
    .onConflict((conflict) =>
      conflict.columns(['number', 'clock']).doUpdateSet((eb) => ({
        spec: eb.ref('excluded.spec'),
        due_on: eb.ref('excluded.due_on'),
        provisional: eb.ref('excluded.provisional'),
        stopped_on: eb.ref('excluded.stopped_on'),
      })),
    ),
);

const storeDerived = prepareQuery((db, given: DerivedRow & { readonly number: string; readonly changed_at: string }) =>
  db
    .updateTable('requests')
    .set({
      state: given.state,
      received_on: given.received_on,
      due_on: given.due_on,
      due_provisional: given.due_provisional,
      regime: given.regime,
      version: given.version,
      way: given.way,
      owner: given.owner,
      unit: given.unit,
      drafter: given.drafter,
      outcome: given.outcome,
      answered_on: given.answered_on,
      changed_at: given.changed_at,
    })
    .where('number', '=', given.number),
);

/** Brings row and clocks of a case in line with its events. Call within the transaction that added the last one. */
export async function writeDerived(
  executor: Executor,
  number: string,
  view: CaseView,
  clocks: readonly ReckonedClock[],
  at: Date,
): Promise<void> {
  await storeDerived(executor.db, { ...deriveRow(view, clocks), number, changed_at: at.toISOString() });
  for (const row of deriveClocks(number, view.clocks, clocks)) await storeClock(executor.db, row);
}

/** The row and the clocks as they are stored, to be compared with what they should be. */
export async function readDerived(
  { db }: Executor,
  number: string,
): Promise<{ readonly row: DerivedRow | undefined; readonly clocks: readonly CaseClocksTable[] }> {
  const row = await db
    .selectFrom('requests')
    .select([
      'state',
      'received_on',
      'due_on',
      'due_provisional',
      'regime',
      'version',
      'way',
      'owner',
      'unit',
      'drafter',
      'outcome',
      'answered_on',
    ])
    .where('number', '=', number)
    .executeTakeFirst();
  const clocks = await db.selectFrom('case_clocks').selectAll().where('number', '=', number).execute();
  return { row, clocks };
}
