import { DeskError } from '../errors.ts';
import type { Executor } from './executor.ts';

export type Transaction = <T>(work: (executor: Executor) => Promise<T>) => Promise<T>;

interface Piece {
  readonly work: (executor: Executor) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Whether the commit may be lost with the power. */
  readonly isLight: boolean;
}

/** How transactions are run: on disk when they resolve, and without waiting for the disk. */
export interface Transactions {
  readonly durable: Transaction;
  readonly light: Transaction;
}

export interface Committer {
  /** Shares a commit with whatever else is handed in meanwhile. */
  readonly together: Transaction;
  /** The same, in a commit of its own kind that goes first: somebody waits to hear that it is stored. */
  readonly ahead: Transaction;
  /** Shares a commit, which waits for the disk only when something else in it has to. */
  readonly lightly: Transaction;
}

/** A turn of the event loop shorter than this, in milliseconds, brought nothing. */
const QUIET_MS = 0.1;
/** What arrives one after the other is heard for so long before it is stored. */
const HEARING_MS = 50;
/** Hearing what has arrived takes longer than this only while a crowd comes in. */
const CROWD_MS = 8;
/** How long a crowd may keep everything else waiting before that has its turn. */
const MOST_AHEAD_MS = 500;

/** The database itself is away: trying piece by piece would only wait for it piece by piece. */
const isAway = (error: unknown) => error instanceof DeskError && error.code === 'STORE_FAILED';

/**
 * Runs pieces of work in shared transactions, in the order they were handed in: one commit, which on a disk means one
 * wait, for all that came while the last one was written. What is `ahead` goes first, and while a crowd comes in nothing
 * else is begun for half a second. When a shared transaction fails, each piece runs again by itself, so that only those
 * at fault fail: `work` must do nothing that a rollback does not undo. `clock` counts milliseconds from any start.
 */
export function createCommitter(transactions: Transactions, clock: () => number): Committer {
  let waiting: Piece[] = [];
  let urgent: Piece[] = [];
  let busy = false;

  const transactionFor = (pieces: readonly Piece[]) =>
    pieces.every(({ isLight }) => isLight) ? transactions.light : transactions.durable;

  async function runAlone(piece: Piece): Promise<void> {
    const { work, resolve, reject } = piece;
    try {
      resolve(await transactionFor([piece])(work));
    } catch (error) {
      reject(error);
    }
  }

  async function runTogether(pieces: readonly Piece[]): Promise<void> {
    const results: unknown[] = [];
    try {
      await transactionFor(pieces)(async (executor) => {
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

  async function run(pieces: readonly Piece[]): Promise<void> {
    await (pieces.length === 1 && pieces[0] ? runAlone(pieces[0]) : runTogether(pieces));
  }

  /**
   * A transaction holds up everything else: what has arrived meanwhile is heard first, until nothing comes any more. One
   * turn of the event loop would not do: of all who want to connect it lets in one. Says how long that took.
   */
  async function hearArrived(): Promise<number> {
    const begun = clock();
    for (let turn = begun; ; ) {
      await new Promise(setImmediate);
      const now = clock();
      if (now - turn < QUIET_MS || now - begun > HEARING_MS) return now - begun;
      turn = now;
    }
  }

  async function runUrgent(): Promise<void> {
    const until = clock() + MOST_AHEAD_MS;
    for (let heardMs = await hearArrived(); urgent.length > 0; heardMs = await hearArrived()) {
      const pieces = urgent;
      urgent = [];
      await run(pieces);
      if (heardMs < CROWD_MS || clock() >= until) return;
    }
  }

  async function runAll(): Promise<void> {
    busy = true;
    while (urgent.length + waiting.length > 0) {
      await runUrgent();
      const pieces = waiting;
      waiting = [];
      if (pieces.length > 0) await run(pieces);
    }
    busy = false;
  }

  const queue =
    (pieces: () => Piece[], isLight: boolean): Transaction =>
    <T>(work: (executor: Executor) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        pieces().push({ work, resolve: resolve as Piece['resolve'], reject, isLight });
        if (!busy) void runAll();
      });

  return {
    together: queue(() => waiting, false),
    ahead: queue(() => urgent, false),
    lightly: queue(() => waiting, true),
  };
}
