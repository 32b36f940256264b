import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAY_MS = 86_400_000;
/** A release laid out is touched whenever a process reads it; one nobody has read for so long is cleared away. */
const UNUSED_MS = 30 * DAY_MS;
/** The last ones used stay however old they are: what is served, and what one may roll back to. */
const KEPT = 10;
/** What a process that died left half made. */
const LEFT_MS = DAY_MS;

const touchedAt = (folder: string): number => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Takes a folder away in one step, and puts it back should somebody have begun to read it meanwhile. */
function drop(folder: string, before: number): void {
  const dropping = `${folder}.dropping`;
  renameSync(folder, dropping);
  if (touchedAt(dropping) >= before) renameSync(dropping, folder);
  else rmSync(dropping, { recursive: true, force: true });
}

/**
 * Clears folders of releases nobody reads any more. They are copies: the releases themselves stay in the database, and
 * any of them is laid out again when it is asked for. Never throws: a folder that cannot be cleared costs room only.
 * @param now milliseconds since 1970
 */
export function clearReleases(folder: string, now: number): void {
  try {
    const found = readdirSync(folder).map((name) => ({ name, at: touchedAt(join(folder, name)) }));
    const laid = found.filter(({ name }) => /^[0-9a-f]{64}$/u.test(name)).toSorted((a, b) => b.at - a.at);
    for (const { name, at } of laid.slice(KEPT)) if (at < now - UNUSED_MS) drop(join(folder, name), now - UNUSED_MS);
    for (const { name, at } of found)
      if (/^making-|\.dropping$/u.test(name) && at < now - LEFT_MS)
        rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // Another process clears it, or it may not be written.
  }
}
