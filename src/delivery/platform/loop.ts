import type { Logger } from '../../logger.ts';

/** Longest sleep: a timer set further ahead would not survive the clock being put right. */
const LONGEST_SLEEP_MS = 60_000;
const AFTER_FAILURE_MS = 1000;

/** Does everything that is due, and says when something is due again; null when nothing is. */
export type Step = () => Promise<Date | null>;

/** Work done whenever there is some: when woken, and when what a step waits for is due. */
export interface Loop {
  readonly start: () => void;
  /** There may be something to do. Before `start` and after `stop` nothing happens. */
  readonly wake: () => void;
  /** Runs the step until nothing has come up meanwhile; what a test calls instead of `start`. */
  readonly run: () => Promise<Date | null>;
  /** Resolves when the step in hand is done; no other begins. */
  readonly stop: () => Promise<void>;
}

/** A failing step is logged and tried again a second later. */
export function createLoop(step: Step, now: () => Date, logger: Logger): Loop {
  let started = false;
  let again = false;
  let current: Promise<Date | null> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function attempt(): Promise<Date | null> {
    try {
      return await step();
    } catch (error) {
      logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'delivery is held up');
      return new Date(now().getTime() + AFTER_FAILURE_MS);
    }
  }

  async function runWhole(): Promise<Date | null> {
    let next: Date | null;
    do {
      again = false;
      next = await attempt();
    } while (again);
    return next;
  }

  function run(): Promise<Date | null> {
    if (current) {
      again = true;
      return current;
    }
    clearTimeout(timer);
    current = runWhole().finally(() => {
      current = undefined;
    });
    return current;
  }

  function wake(): void {
    if (!started) return;
    void run().then((next) => {
      if (!started || next === null || current) return;
      clearTimeout(timer);
      const sleep = Math.min(Math.max(next.getTime() - now().getTime(), 0), LONGEST_SLEEP_MS);
      timer = setTimeout(wake, sleep);
    });
  }

  return {
    start() {
      started = true;
      wake();
    },
    wake,
    run,
    async stop() {
      started = false;
      clearTimeout(timer);
      await current;
    },
  };
}
