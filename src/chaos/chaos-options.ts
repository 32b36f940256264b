import type { Findings } from './check-history.ts';
import type { startProcess } from './desk-process.ts';
import type { Ending, Operation } from './history.ts';
import type { Field } from './nemesis.ts';
import type { Random } from './random.ts';

/** What business at the desk is done with while everything breaks. */
export interface Site {
  readonly random: Random;
  readonly history: readonly Operation[];
  /** What the clocks say. */
  readonly now: () => Date;
  readonly elapsed: () => number;
  readonly note: (operation: Operation) => void;
  /** Something is not as it should be. */
  readonly complain: (what: string) => void;
}

export interface ChaosOptions {
  readonly seed: number;
  /** Requests filed. */
  readonly filings: number;
  /** Times a process is killed before the nemesis rests. */
  readonly kills: number;
  /** How many file at the same time. */
  readonly people: number;
  /** Names of the processes, and whether each takes messages in. */
  readonly processes: readonly { readonly name: string; readonly takes: boolean }[];
  /** Program, arguments and environment of a process. */
  readonly launch: (
    name: string,
    platformUrl: string,
  ) => Pick<Parameters<typeof startProcess>[0], 'command' | 'first' | 'environment'>;
  readonly secret: string;
  readonly server: Field['server'];
  readonly redis: Field['redis'];
  readonly business: (site: Site) => Field['business'];
  /** How often PostgreSQL is restarted besides, in milliseconds, at least and at most; undefined: never. */
  readonly restartsEvery: readonly [least: number, most: number] | undefined;
  /** Lines of the files in which processes write which failpoints they passed. */
  readonly readPoints: () => readonly string[];
  /** Whether nothing is still to be handled, sent or reckoned at this instant. */
  readonly isAtRest: (now: Date) => Promise<boolean>;
  readonly readEnding: () => Promise<Ending>;
  /** How far the clocks are ahead from the start, in milliseconds. */
  readonly ahead: number;
  readonly clock: () => number;
  readonly now: () => Date;
  /** Told to end early: nobody begins a request any more, and what there is so far is checked. */
  readonly isStopped: () => boolean;
  readonly onProgress: (text: string) => void;
}

export interface ChaosResult extends Findings {
  readonly seed: number;
  readonly filed: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly kills: { readonly total: number; readonly atFailpoints: number };
  readonly blows: number;
  /** How often what fell. */
  readonly struck: Readonly<Record<string, number>>;
  /** Messages acknowledged while the database was down. */
  readonly ackedWhileDown: number;
  readonly movedDates: number;
  /** After how many kills the desk went on, and its slowest answer, outages included, in milliseconds. */
  readonly recovered: { readonly kills: number; readonly slowestMs: number };
  readonly failpoints: {
    readonly all: number;
    readonly passed: number;
    readonly killed: number;
    readonly missed: readonly string[];
  };
  readonly seconds: number;
  readonly history: readonly Operation[];
}
