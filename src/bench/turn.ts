import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationId, MessageId } from '../channel/message.ts';
import type { Release } from '../conversation/release.ts';
import type { TurnFunction } from '../conversation/turn-contract.ts';
import { createDesk } from '../delivery/index.ts';
import { silentLogger } from '../logger.ts';
import { appendLines, openStore, type RandomBytes, type Store } from '../store/index.ts';
import { median, percentile } from './percentile.ts';

export interface BenchTurnOptions {
  readonly turns: number;
  /** Asked in a circle, each turn in the next of ten conversations. */
  readonly questions: readonly string[];
  readonly release: Release;
  readonly turn: TurnFunction;
  readonly now: () => Date;
  readonly random: RandomBytes;
  /** Milliseconds from any start, such as `performance.now`. */
  readonly clock: () => number;
  /** Folder for the database; a temporary one, removed afterwards, when left out. */
  readonly directory?: string;
}

export interface Timing {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface BenchTurnResult {
  readonly turns: number;
  /** The whole desk: claim, turn, effects, state, lines, commit. */
  readonly desk: Timing;
  /** One line stored and committed through the same storage, alternating with the desk's turns. */
  readonly echo: Timing;
  /** Median of the desk over the median of the echo. */
  readonly ratio: number;
}

const CONVERSATIONS = 10;
const WARM_UP = 20;

function summarise(durations: readonly number[]): Timing {
  const total = durations.reduce((sum, each) => sum + each, 0);
  return { perSecond: (durations.length / total) * 1000, p50: median(durations), p99: percentile(durations, 0.99) };
}

async function measure(store: Store, options: BenchTurnOptions): Promise<BenchTurnResult> {
  const { turns, questions, clock } = options;
  const desk = createDesk({
    ...options,
    release: () => options.release,
    store,
    channel: 'bench',
    logger: silentLogger,
  });
  const time = async (work: () => Promise<unknown>) => {
    const started = clock();
    await work();
    return clock() - started;
  };
  const durations = { desk: [] as number[], echo: [] as number[] };
  for (let index = -WARM_UP; index < turns; index += 1) {
    const text = questions.at(index % questions.length) ?? '';
    const conversation = `c${Math.abs(index) % CONVERSATIONS}` as ConversationId;
    const id = `m${index}` as MessageId;
    const deskTook = await time(() =>
      desk.receive({ id, channel: 'bench', conversation, body: { kind: 'text', text } }),
    );
    const echoTook = await time(() =>
      store.transaction((executor) =>
        appendLines(
          executor,
          { channel: 'echo', conversation },
          [{ from: 'desk', message: { kind: 'text', text } }],
          options.now(),
        ),
      ),
    );
    if (index < 0) continue;
    durations.desk.push(deskTook);
    durations.echo.push(echoTook);
  }
  const [deskTiming, echoTiming] = [summarise(durations.desk), summarise(durations.echo)];
  return { turns, desk: deskTiming, echo: echoTiming, ratio: deskTiming.p50 / echoTiming.p50 };
}

/** Turns a second through the whole desk on a real database file, beside a bare echo through the same storage. */
export async function benchTurn(options: BenchTurnOptions): Promise<BenchTurnResult> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'desk-bench-')));
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: options.now });
  try {
    return await measure(store, options);
  } finally {
    await store.close();
    if (options.directory === undefined) await rm(directory, { recursive: true });
  }
}
