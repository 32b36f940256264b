import type { Executor } from './executor.ts';
import type { Store } from './store.ts';

type Work = (executor: Executor) => Promise<void>;

interface Batch {
  readonly works: Work[];
  readonly done: PromiseWithResolvers<void>;
}

/**
 * Runs small pieces of work in shared transactions: what is handed in while one is being written goes into the next,
 * one commit for all of it. When a transaction fails, all that was in it fails.
 */
export function createCommitter(store: Store): (work: Work) => Promise<void> {
  let next: Batch | undefined;
  let busy = false;

  async function write({ works, done }: Batch): Promise<void> {
    try {
      await store.transaction(async (executor) => {
        for (const work of works) await work(executor);
      });
      done.resolve();
    } catch (error) {
      done.reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    busy = true;
    for (let batch = next; batch; batch = next) {
      next = undefined;
      await write(batch);
    }
    busy = false;
  }

  return (work) => {
    next ??= { works: [], done: Promise.withResolvers<void>() };
    next.works.push(work);
    const { promise } = next.done;
    if (!busy) void writeAll();
    return promise;
  };
}
