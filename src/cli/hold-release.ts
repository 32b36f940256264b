import type { Config } from '../config.ts';
import type { Release } from '../conversation/release.ts';
import { DeskError } from '../errors.ts';
import { findInForce, type Problem, type Publication } from '../knowledge/index.ts';
import type { Logger } from '../logger.ts';
import { readSetHours, readStanding, type SetHours, type Store } from '../store/index.ts';
import { configOfRelease } from './config-of-release.ts';
import { openRelease, prepareRelease, type ReleaseConfig } from './open-release.ts';

/** How often a serving process looks whether something was published. */
const LOOK_MS = 1000;

export interface ReleaseHolder {
  /**
   * The release to answer from now: the one published, from its instant on and in every process alike; the folder while
   * nothing is published; with the hours staff have set. A turn asks once and keeps what it got to its end.
   */
  readonly current: () => Release;
  /** That release without what was set over it. */
  readonly standard: () => Release;
  /** Looks at once whether something was published or set, and makes it ready ahead of its instant. */
  readonly look: () => Promise<void>;
  /** Reads the knowledge again. A broken one changes nothing: the last good release stays, the problems come back. */
  readonly reload: () => Promise<readonly Problem[]>;
  /** Looks every second until stopped. */
  readonly watch: () => void;
  readonly stop: () => Promise<void>;
}

export interface HoldOptions {
  readonly config: Config;
  readonly store: Store;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Has what a release needs worked out elsewhere first: learning here takes time and memory serving has better use for. */
  readonly prepareApart?: ((config: ReleaseConfig) => Promise<void>) | undefined;
}

/**
 * Releases by what is published in the database, or the folder where nothing is.
 * @throws DeskError KNOWLEDGE_INVALID when the first reading fails: a desk without knowledge does not start
 */
export async function holdRelease(options: HoldOptions): Promise<ReleaseHolder> {
  const { config, store, now, logger, prepareApart } = options;
  const ready = new Map<string, Release>();
  const refused = new Set<string>();
  let standing: readonly Publication[] = await readStanding(store, now());
  let set: SetHours | undefined = await readSetHours(store);
  const first = findInForce(standing, now());
  let served = openRelease(first ? await configOfRelease(config, store, first.release) : config);
  if (first) ready.set(first.release, served);

  async function makeReady(hash: string): Promise<void> {
    if (ready.has(hash) || refused.has(hash)) return;
    try {
      const place = await configOfRelease(config, store, hash);
      await prepareApart?.(place);
      ready.set(hash, openRelease(place));
    } catch (error) {
      if (!(error instanceof DeskError) || error.code === 'STORE_FAILED') throw error;
      // Said once; the last good release stays.
      refused.add(hash);
      logger.error({ release: hash, why: error.message }, 'a published release cannot be served');
    }
  }

  async function look(): Promise<void> {
    set = await readSetHours(store);
    const found = await readStanding(store, now());
    const wanted = new Set(found.map(({ release }) => release));
    for (const hash of wanted) await makeReady(hash);
    // Only now: a release is never chosen before it is ready.
    standing = found;
    for (const hash of ready.keys()) if (!wanted.has(hash)) ready.delete(hash);
  }

  function standard(): Release {
    const chosen = findInForce(standing, now());
    const release = chosen && ready.get(chosen.release);
    if (release && release !== served) {
      served = release;
      logger.info({ release: release.hash }, 'another release is served');
    }
    return served;
  }

  let over: { readonly of: Release; readonly seq: number; readonly release: Release } | undefined;
  /** Made once for each release and hours, so that what is kept by release is kept here too. */
  function current(): Release {
    const of = standard();
    if (!set?.hours) return of;
    const { seq, hours } = set;
    if (over?.of !== of || over.seq !== seq) over = { of, seq, release: { ...of, base: { ...of.base, hours } } };
    return over.release;
  }

  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unlisten: readonly (() => void)[] = [];
  /** One look at a time; who asks meanwhile waits for one that begins after the call. */
  function lookOnce(): Promise<void> {
    const next = (looking ?? Promise.resolve()).catch(() => undefined).then(look);
    looking = next;
    return next;
  }

  return {
    current,
    standard,
    look: lookOnce,
    async reload() {
      refused.clear();
      await lookOnce();
      if (findInForce(standing, now())) return [];
      const prepared = prepareRelease(config);
      if ('problems' in prepared) return prepared.problems;
      served = prepared.release;
      return [];
    },
    watch() {
      let away = false;
      let busy = false;
      const lookAgain = async () => {
        if (busy) return;
        busy = true;
        try {
          await lookOnce();
          away = false;
        } catch (error) {
          // While the database is away the last good release stays.
          if (!away) logger.warn({ why: error instanceof Error ? error.message : '' }, 'publications cannot be read');
          away = true;
        } finally {
          busy = false;
        }
      };
      timer = setInterval(() => void lookAgain(), LOOK_MS);
      unlisten = ['releases', 'hours'].map((topic) => store.notices.listen(topic, () => void lookAgain()));
    },
    async stop() {
      clearInterval(timer);
      for (const end of unlisten) end();
      await looking?.catch(() => undefined);
    },
  };
}
