import type { Config } from '../config.ts';
import { createRoom, type KeptRoom } from '../desk/room/index.ts';
import { DeskError } from '../errors.ts';
import type { CliContext } from './context.ts';
import { findStaffRoom } from './find-staff-room.ts';
import type { OpenDesk } from './open-desk.ts';
import { makeDeskServices } from './open-desk-api.ts';
import { nameProcess } from './process-name.ts';

type Rooms = Pick<OpenDesk, 'desk' | 'store' | 'releases' | 'logger'>;

/** Opens the room of the staff. @throws DeskError CONFIG_INVALID when a setting is missing or malformed */
export async function openStaffRoom(context: CliContext, config: Config, rooms: Rooms): Promise<KeptRoom | undefined> {
  const found = await findStaffRoom(context);
  if (!found) return undefined;
  if (found.missing.length > 0) throw new DeskError('CONFIG_INVALID', found.missing.join(', '));
  const log = (event: string, fields = {}) => rooms.logger.info({ room: found.module.name, ...fields }, event);
  const room = await found.module.open(found.values, { now: context.now, fetch: globalThis.fetch, log });
  const services = makeDeskServices(context, config, rooms);
  return createRoom({ services, room, locale: config.locale }, nameProcess());
}
