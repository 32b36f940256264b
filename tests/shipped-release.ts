import { openRelease } from '../src/cli/open-release.ts';
import { readConfig } from '../src/config.ts';
import type { Release } from '../src/conversation/release.ts';

/**
 * The release of the project's own knowledge, as a start of the desk opens it: learned once for the files as they are now,
 * read back from then on by every test that needs it.
 */
export function openShippedRelease(): Release {
  return openRelease(readConfig({ DESK_AUTHORITY: 'shenyang-petition-bureau' }, import.meta.dirname));
}
