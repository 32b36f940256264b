import type { Job } from '../../delivery/index.ts';
import { type Executor, LOOK_AGAIN_MS, resealSome, setTimer } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';

/** Kind of the timer that seals everything anew, some of it at a time. */
export const KEY_ROTATION = 'key_rotation';
/** Seals some of what is left, and looks once more when nothing seems to be. */
const TIMER = { kind: KEY_ROTATION, subject: '' };
const LAST_LOOK = { kind: KEY_ROTATION, subject: 'last' };
/** Serving processes go over to a new key in this time; what they sealed just before is found by the next pass. */
const SETTLE_MS = LOOK_AGAIN_MS * 2;
/** Until messages taken while the database was away, which are sealed in files, are applied. */
const SPOOL_MS = 60_000;

/** The master keys, as the desk may look at them and change them: by id, never what they are. */
export interface Keys {
  /** Where they are kept: a file of the desk's, or given by the environment. */
  readonly source: 'file' | 'given';
  /** Ids, the current one first; more than one while a rotation goes on. */
  readonly list: () => readonly { readonly id: string }[];
  /** Puts a new key in the place of the current one, and keeps that until all is sealed anew. Only of a file. */
  readonly begin: () => void;
  /** Removes the key before: nothing needs it any more. */
  readonly end: () => void;
  /** Whether something sealed stands in files that only serving processes open. */
  readonly holdsSpooled: () => boolean;
}

/** Whether a rotation can be begun: with a file always, with a given key once the one before it is given too. */
export const mayRotate = ({ source, list }: Keys): boolean => source === 'file' || list().length > 1;

/** Begins a rotation; it goes on by a timer, whatever becomes of whoever asked. */
export async function startRotation(executor: Executor, keys: Keys, by: number, now: Date): Promise<void> {
  if (keys.source === 'file') keys.begin();
  await setTimer(executor, TIMER, new Date(now.getTime() + SETTLE_MS));
  const entry = { at: now.toISOString(), event: 'key_rotation_started', actor: `staff:${by}`, subject: '' } as const;
  await appendAudit(executor, { ...entry, detail: {} });
}

/**
 * Seals anew until nothing is left, and still nothing after every process has gone over to the new key; then the key
 * before is removed.
 */
export function createRotationJob(keys: Keys): Job {
  return async (executor, { subject }, now) => {
    const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const { sealed, broken, more } = await resealSome(executor);
    if (more) return now;
    if (sealed > 0 || subject === TIMER.subject) {
      if (subject === LAST_LOOK.subject) return after(SETTLE_MS);
      await setTimer(executor, LAST_LOOK, after(SETTLE_MS));
      return null;
    }
    if (keys.holdsSpooled()) return after(SPOOL_MS);
    if (keys.source === 'file') keys.end();
    const entry = { at: now.toISOString(), event: 'key_rotation_done', actor: 'desk', subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { broken } });
    return null;
  };
}
