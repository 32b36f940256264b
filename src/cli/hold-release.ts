import type { Config } from '../config.ts';
import type { Release } from '../conversation/release.ts';
import type { Problem } from '../knowledge/index.ts';
import { openRelease, prepareRelease } from './open-release.ts';

export interface ReleaseHolder {
  readonly current: () => Release;
  /** Reads the knowledge again. A broken one changes nothing: the last good release stays, the problems come back. */
  readonly reload: () => readonly Problem[];
}

/** @throws DeskError KNOWLEDGE_INVALID when the first reading fails: a desk without knowledge does not start */
export function holdRelease(config: Config): ReleaseHolder {
  let release = openRelease(config);
  return {
    current: () => release,
    reload: () => {
      const prepared = prepareRelease(config);
      if ('problems' in prepared) return prepared.problems;
      release = prepared.release;
      return [];
    },
  };
}
