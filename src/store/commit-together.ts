import { DeskError } from '../errors.ts';
import type { Executor } from './executor.ts';

export type Transaction = <T>(work: (executor: Executor) => Promise<T>) => Promise<T>;

interface Piece {
  readonly work: (executor: Executor) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The database itself is away: trying piece by piece would only wait for it piece by piece. */
const isAway = (error: unknown) => error instanceof DeskError && error.code === 'STORE_FAILED';

/**
 * Runs pieces of work in shared transactions, in the order they were handed in: one commit, which on a disk means one
 * wait, for all that came while the last one was written. When a shared transaction fails, each piece runs again by
 * itself, so that only those at fault fail: `work` must do nothing that a rollback does not undo.
 */
export function createCommitter(transaction: Transaction): Transaction {
  let waiting: Piece[] = [];
  let busy = false;

  async function runAlone({ work, resolve, reject }: Piece): Promise<void> {
    try {
      resolve(await transaction(work));
    } catch (error) {
      reject(error);
    }
  }

  async function runTogether(pieces: readonly Piece[]): Promise<void> {
    const results: unknown[] = [];
    try {
      await transaction(async (executor) => {
        results.length = 0;
        for (const { work } of pieces) results.push(await work(executor));
      });
    } catch (error) {
      if (isAway(error)) for (const { reject } of pieces) reject(error);
      else for (const piece of pieces) await runAlone(piece);
      return;
    }
    pieces.forEach(({ resolve }, index) => {
      resolve(results[index]);
    });
  }

  async function runAll(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      // A transaction holds up everything else: what has arrived meanwhile is heard first and joins in.
      await new Promise(setImmediate);
      const pieces = waiting;
      waiting = [];
      await (pieces.length === 1 && pieces[0] ? runAlone(pieces[0]) : runTogether(pieces));
    }
    busy = false;
  }

  return <T>(work: (executor: Executor) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Piece['resolve'], reject });
      if (!busy) void runAll();
    });
}
