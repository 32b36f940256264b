import { type ActingRules, actOnCase, loadCase } from '../cases/index.ts';
import { DeskError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import type { Operation } from './history.ts';

/** The step staff race for: any state allows it, and nobody outside hears of it. */
export const RACED = 'call_noted';
const RACERS = 3;

export interface Race {
  readonly store: Store;
  readonly rules: ActingRules;
  readonly number: string;
  readonly now: Date;
}

type Won = Pick<Extract<Operation, { kind: 'staff' }>, 'number' | 'version' | 'who' | 'how'>;

/** Several colleagues act on the same case at once, each having seen the same event last: one of them may win. */
export async function raceStaff({ store, rules, number, now }: Race): Promise<readonly Won[]> {
  const loaded = await loadCase(store, rules.regimes, number);
  if (!loaded) return [];
  const { version } = loaded.view;
  const act = async (who: string): Promise<Won> => {
    const actor = { id: who, roles: ['registrar'], unit: null } as const;
    const command = { number, event: RACED, fields: { text: who }, actor, expectedVersion: version };
    const how = await store
      .transaction((executor) => actOnCase({ ...rules, executor, now }, command))
      .then(({ done }) => (done ? ('won' as const) : ('lost' as const)))
      .catch((error: unknown) =>
        error instanceof DeskError && error.code === 'CASE_CHANGED' ? ('lost' as const) : ('unknown' as const),
      );
    return { number, version, who, how };
  };
  return Promise.all(Array.from({ length: RACERS }, (_, index) => act(`staff-${index + 1}`)));
}
