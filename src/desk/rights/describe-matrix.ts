import { ACTIONS, type Action, STATES, type State } from './actions.ts';
import { MATRIX, PARTIES, type Party } from './matrix.ts';

/** One thing somebody may or may not do: the matrix, written out. `own` is null where nothing can be one's own. */
export interface Cell {
  readonly party: Party;
  readonly action: Action;
  readonly state: State;
  readonly own: boolean | null;
}

/** Every cell there is, granted or not. */
export function listCells(): readonly Cell[] {
  return (Object.keys(ACTIONS) as Action[]).flatMap((action) => {
    const kind = ACTIONS[action];
    const whose = kind === 'nothing' ? [null] : [true, false];
    const states: readonly State[] = STATES[kind];
    return states.flatMap((state) =>
      whose.flatMap((own) => PARTIES.map((party): Cell => ({ party, action, state, own }))),
    );
  });
}

/** The rows of the matrix as people read them, for `docs/rights.md`. */
export function describeMatrix(): string {
  const rows = MATRIX.flatMap(({ may, parties, in: states, whose }) =>
    may.map((action) => `| ${action} | ${parties.join(', ')} | ${states?.join(', ') ?? 'any'} | ${whose ?? 'any'} |`),
  );
  return ['| action | who | in state | whose |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
