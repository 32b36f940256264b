import type { Regime } from '../knowledge/schema/regime.ts';
import { reckonClocks, type WorkCalendar } from '../requests/index.ts';
import { deriveClocks, deriveRow, type Executor, readDerived } from '../store/index.ts';
import { loadCase } from './load-case.ts';

/** Where what is stored of a case is not what its events say. */
export interface Deviation {
  readonly number: string;
  /** Column of the row, or `clock:` and the clock's id. */
  readonly what: string;
  readonly stored: string;
  readonly replayed: string;
}

function differ(number: string, what: string, stored: unknown, replayed: unknown): Deviation[] {
  const [left, right] = [String(stored ?? ''), String(replayed ?? '')];
  return left === right ? [] : [{ number, what, stored: left, replayed: right }];
}

/** Replays one case and compares it with what is stored. Empty when all is well. */
export async function checkCase(
  executor: Executor,
  { regimes, calendar }: { readonly regimes: readonly Regime[]; readonly calendar: WorkCalendar },
  number: string,
): Promise<readonly Deviation[]> {
  const loaded = await loadCase(executor, regimes, number);
  if (!loaded) return [];
  const clocks = reckonClocks(calendar, loaded.view.clocks);
  const should = deriveRow(loaded.view, clocks);
  const stored = await readDerived(executor, number);
  const ofRow = Object.entries(should).flatMap(([name, value]) =>
    differ(number, name, stored.row?.[name as keyof typeof should], value),
  );
  const rows = deriveClocks(number, loaded.view.clocks, clocks);
  const ids = new Set([...rows, ...stored.clocks].map(({ clock }) => clock));
  const ofClocks = [...ids].flatMap((id) => {
    const write = (row: (typeof rows)[number] | undefined) =>
      row && `${row.due_on} ${row.provisional} ${row.stopped_on ?? '-'} ${row.spec}`;
    const find = (list: typeof stored.clocks) => list.find(({ clock }) => clock === id);
    return differ(number, `clock:${id}`, write(find(stored.clocks)), write(find(rows)));
  });
  return [...ofRow, ...ofClocks];
}
