import { userInfo } from 'node:os';
import { DeskError } from '../../errors.ts';
import { findInForce } from '../../knowledge/index.ts';
import { type Executor, readPublications, readReleases } from '../../store/index.ts';
import type { CliContext } from '../context.ts';

/** Digits of a hash shown to people, and the fewest that name a release. */
export const SHOWN = 12;
const FEWEST = 6;

export const shorten = (hash: string) => hash.slice(0, SHOWN);

/** Who is at the command line. */
export const whoIsThere = (named: string | undefined) => named?.trim() || userInfo().username;

/**
 * The release a word names: `published`, `newest`, or the beginning of its hash.
 * @throws DeskError NOT_FOUND when it names none, or several
 */
export async function findRelease(executor: Executor, word: string, { say, now }: CliContext): Promise<string> {
  const releases = await readReleases(executor);
  if (word === 'newest' && releases[0]) return releases[0].hash;
  if (word === 'published') {
    const publication = findInForce(await readPublications(executor), now());
    if (publication) return publication.release;
  }
  const named = word.length < FEWEST ? [] : releases.filter(({ hash }) => hash.startsWith(word.toLowerCase()));
  const [only] = named;
  if (only && named.length === 1) return only.hash;
  throw new DeskError('NOT_FOUND', say('knowledge.no_release', { release: word }), {
    hint: say('knowledge.no_release_hint'),
  });
}
