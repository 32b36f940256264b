import { listMissing } from '../channel/accounts.ts';
import type { StaffRoomModule } from '../channel/staff-room.ts';
import type { CliContext } from './context.ts';

interface FoundRoom {
  readonly module: StaffRoomModule;
  readonly values: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/** The room of the staff that settings speak of, and what it lacks; undefined when none speaks of one. */
export async function findStaffRoom({ channels, otherSettings }: CliContext): Promise<FoundRoom | undefined> {
  const values = otherSettings();
  if (!Object.keys(values).some((name) => name.startsWith('STAFF_'))) return undefined;
  const module = await channels.loadStaffRoom();
  const own = Object.fromEntries(module.settings.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : [])));
  if (Object.keys(own).length === 0) return undefined;
  return { module, values: own, missing: listMissing(module.settings, { number: 1, values: own }) };
}
