import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeLocation } from '../../knowledge/index.ts';

/** Kept with the folder, in git too, so that every copy of it knows which release it began from. */
const NAME = '.release';

function fileOf({ knowledgeDirectory, authority }: TreeLocation): string {
  return join(knowledgeDirectory, authority, NAME);
}

/** The release folder and database last had in common; undefined when nobody has said. */
export function readBase(location: TreeLocation): string | undefined {
  const file = fileOf(location);
  const hash = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return /^[0-9a-f]{64}$/u.test(hash) ? hash : undefined;
}

export function writeBase(location: TreeLocation, hash: string): void {
  if (readBase(location) !== hash) writeFileSync(fileOf(location), `${hash}\n`);
}
