import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Keys } from '../desk/keys/index.ts';
import type { Logger } from '../logger.ts';
import { beginKeyFileRotation, endKeyFileRotation, openKeyRing } from '../store/index.ts';

/** Messages taken while the database was away are sealed too, in files only serving processes open. */
export function holdsSpooled(directory: string): boolean {
  const folder = join(directory, 'spool');
  return existsSync(folder) && readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0);
}

/** The master keys of this desk, by id. */
export function openKeys({ dataDirectory: directory, key: given, oldKey: givenOld }: Config, logger: Logger): Keys {
  return {
    source: given === undefined ? 'file' : 'given',
    // Read each time: another process may have begun a rotation, or ended one.
    list: () => openKeyRing({ directory, given, givenOld, hasDatabase: true, logger }).all(),
    begin: () => beginKeyFileRotation(directory),
    end: () => endKeyFileRotation(directory),
    holdsSpooled: () => holdsSpooled(directory),
  };
}
