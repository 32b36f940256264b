import { createHash } from 'node:crypto';
import type { StaffRoom } from '../../channel/staff-room.ts';
import { type Locale, say } from '../../messages.ts';
import type { DeskServices } from '../api/index.ts';

/** What keeping a room takes. */
export interface RoomWorld {
  readonly services: DeskServices;
  readonly room: StaffRoom;
  readonly locale: Locale;
}

export function sayInRoom(
  { services, locale }: RoomWorld,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return say(services.messages, locale, `room.${key}`, values);
}

/** Key of something posted, in the shape of a UUID (version 8): the same at every attempt. */
export function makeRoomKey(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
