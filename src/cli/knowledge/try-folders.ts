import { dayOf } from '../../day.ts';
import type { Trial } from '../../desk/drafts/index.ts';
import { compareReleases } from '../../eval/gate/compare-releases.ts';
import { checkKnowledge } from '../../knowledge/index.ts';
import { openRelease, type ReleaseConfig } from '../open-release.ts';
import { rememberReplies } from './remembered-replies.ts';

/** Rows handed on; the worst first. Nobody reads more at one go. */
const MOST_ROWS = 300;

/** Tries one release laid out in folders beside the one served. Seconds of work. */
export function tryFolders(served: ReleaseConfig, tried: ReleaseConfig, now: Date): Trial {
  const found = checkKnowledge({
    ...tried,
    ownMessagesDirectory: served.published?.ownMessagesDirectory,
    today: dayOf(now),
  });
  const problems = found.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) return { problems, gate: null };
  const [before, after] = [openRelease(served), openRelease(tried)];
  const [old, fresh] = [rememberReplies(served, () => before, now), rememberReplies(tried, () => after, now)];
  const gate = compareReleases({ base: before.base, ask: old.ask }, { base: after.base, ask: fresh.ask });
  old.keep();
  fresh.keep();
  const rows = gate.rows.toSorted((a, b) => Number(b.regression) - Number(a.regression)).slice(0, MOST_ROWS);
  return { problems: [], gate: { ...gate, rows } };
}
