import type { startProcess } from '../../chaos/desk-process.ts';
import type { Offered } from './offer.ts';
import type { HeldOverTime } from './watch-resources.ts';

export type Launch = Pick<Parameters<typeof startProcess>[0], 'command' | 'environment'>;

export interface LoadOptions {
  readonly processes: readonly { readonly name: string; readonly takes: boolean }[];
  readonly launch: (name: string, platformUrl: string) => Launch;
  /** A server that stores each message with one durable commit and answers, and does nothing else. */
  readonly launchEcho: () => Launch;
  readonly secret: string;
  readonly questions: readonly string[];
  /** Messages a second of the sustained stretch, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly bursts: readonly number[];
  /** Idle readers of events. */
  readonly readers: number;
  /** Which stretches are run. */
  readonly stretches: readonly Stretch[];
  /** Size of the write-ahead log in megabytes. */
  readonly readWalMb: () => Promise<number>;
  /** The database server's processes that serve us, where they run on this machine. */
  readonly serverPids: () => Promise<readonly number[]>;
  readonly isAtRest: () => Promise<boolean>;
  /** Keeps this process, which makes the load, to one processor; called when all others have been started. */
  readonly pinGenerator: () => void;
  readonly clock: () => number;
  readonly onProgress: (text: string) => void;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** A stretch of load. */
export const STRETCHES = ['bursts', 'overload', 'abuser', 'readers'] as const;
export type Stretch = (typeof STRETCHES)[number];

export interface LoadResult {
  readonly sustained: {
    readonly rate: number;
    readonly acked: Spread;
    readonly ackP99: Spread;
    readonly drainMs: Spread;
    readonly refused: number;
  };
  readonly echo: { readonly perSecond: Spread; readonly ackP99: Spread };
  readonly bursts: readonly {
    readonly count: number;
    readonly acked: number;
    readonly most: number;
    readonly drainMs: number;
  }[];
  readonly overload:
    | (Pick<Offered, 'sent' | 'statuses' | 'withRetryAfter'> & {
        /** Milliseconds until acknowledged in time again, and until all that was taken is answered. */
        readonly recoveredMs: number;
        readonly restedMs: number;
      })
    | undefined;
  /**
   * Milliseconds from message to answer for everybody else, median: without one who writes 200 a second, while one
   * writes them to the echo beside, and while one writes them to the desk; and what the last costs more than the others.
   */
  readonly abuser:
    | {
        readonly without: number;
        readonly beside: number;
        readonly with: number;
        readonly costs: number;
        readonly costsBeside: number;
      }
    | undefined;
  /** `perReaderKb`: what one more of them costs in memory, the process that reads counted out. */
  readonly readers: { readonly open: number; readonly ackP99: number; readonly perReaderKb: number } | undefined;
  /** What the desk's processes held while the load was sustained. */
  readonly held: HeldOverTime | undefined;
  /** Processor time of a sustained message, in milliseconds: of the desk's processes, and of PostgreSQL's for them. */
  readonly processorMs: { readonly desk: number; readonly server: number };
}
