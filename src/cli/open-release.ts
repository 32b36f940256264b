import type { Config } from '../config.ts';
import { buildRelease, learnBase } from '../conversation/build-release.ts';
import type { Release } from '../conversation/release.ts';
import { DeskError } from '../errors.ts';
import { loadRelease, type Problem } from '../knowledge/index.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import { fingerprint, keepPrepared, readPrepared } from './release-cache.ts';

/** Where a release is read from; `published` when it is one of the database, laid out in folders. */
export interface ReleaseConfig extends Config {
  readonly published?: { readonly hash: string; readonly ownMessagesDirectory: string };
}

/** A published release is known by the hash it was stored under. */
function named(data: ReleaseData, { published }: ReleaseConfig): ReleaseData {
  return published ? { ...data, hash: published.hash } : data;
}

/** One problem of the knowledge base as editors show it: file:line, what is wrong, how to mend it. */
export function writeProblem(problem: Problem): string {
  return `${problem.file}:${problem.line} ${problem.message}\n    ${problem.mend}`;
}

export type Prepared = { readonly release: Release } | { readonly problems: readonly Problem[] };

/** Reads and indexes the knowledge, or takes what an earlier start prepared from the very same files. */
export function prepareRelease(config: ReleaseConfig): Prepared {
  const ownMessagesDirectory = config.published?.ownMessagesDirectory;
  const key = fingerprint(config, ownMessagesDirectory);
  const kept = readPrepared(config, key);
  if (kept) return { release: buildRelease(named(kept.data, config), kept.learned) };
  const loaded = loadRelease({ ...config, ownMessagesDirectory });
  if ('problems' in loaded) return loaded;
  const learned = learnBase(loaded.release.base);
  keepPrepared(config, key, { data: loaded.release, learned });
  return { release: buildRelease(named(loaded.release, config), learned) };
}

function refuseProblems(problems: readonly Problem[]): never {
  throw new DeskError('KNOWLEDGE_INVALID', problems.map(writeProblem).join('\n'), { hint: './desk knowledge check' });
}

/**
 * The release of the configured authority, indexed.
 * @throws DeskError KNOWLEDGE_INVALID listing every problem with file, line and mend
 */
export function openRelease(config: ReleaseConfig): Release {
  const prepared = prepareRelease(config);
  return 'release' in prepared ? prepared.release : refuseProblems(prepared.problems);
}

/**
 * The release without its index, for commands that search nothing: learning takes seconds.
 * @throws DeskError KNOWLEDGE_INVALID listing every problem with file, line and mend
 */
export function readRelease(config: Config): ReleaseData {
  const loaded = loadRelease(config);
  return 'release' in loaded ? loaded.release : refuseProblems(loaded.problems);
}
