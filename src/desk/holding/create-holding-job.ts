import type { Job } from '../../delivery/index.ts';
import { type Executor, noteChange } from '../../store/index.ts';

/** What could not be done is shown to who decided on it this long, in milliseconds. */
const SHOWN_MS = 7 * 86_400_000;

/** What became of something held when its time was up; `keep` puts it back, for who decided on it to see. */
export type Attempt =
  | { readonly done: true }
  | { readonly done: false; readonly subject: string; readonly keep: () => Promise<void> };

interface HoldingJob<Thing> {
  /** Takes it away: of two who take it one gets it. */
  readonly take: (executor: Executor, id: number) => Promise<Thing | undefined>;
  readonly hasFailed: (thing: Thing) => boolean;
  /** Does it with the rights its holder has now. */
  readonly attempt: (executor: Executor, thing: Thing, now: Date) => Promise<Attempt>;
}

/** Does what is held when its time is up. What may not happen any more stays a week, for who decided on it. */
export function createHoldingJob<Thing>({ take, hasFailed, attempt }: HoldingJob<Thing>): Job {
  return async (executor, timer, now) => {
    const thing = await take(executor, Number(timer.subject));
    // Taken back, done already, or shown for long enough.
    if (!thing || hasFailed(thing)) return null;
    const outcome = await attempt(executor, thing, now);
    if (outcome.done) return null;
    await outcome.keep();
    await noteChange(executor, outcome.subject, now);
    return new Date(now.getTime() + SHOWN_MS);
  };
}
