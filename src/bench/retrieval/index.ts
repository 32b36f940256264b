import { percentile } from '../percentile.ts';
import type { Engine, EngineBuilder } from './engine.ts';
import { buildBm25 } from './engines/bm25.ts';
import { buildFuse, buildFuseBest } from './engines/fuse.ts';
import { buildMiniSearch } from './engines/minisearch.ts';
import { buildOurs } from './engines/ours.ts';
import { type Judged, type Measures, measure } from './measures.ts';
import { createDice, createNoise, type Noise } from './noise.ts';
import type { BaseRow, QueryRow } from './rows.ts';

export { NOISES, type Noise } from './noise.ts';
export { baseRowSchema, queryRowSchema, readRows, takeEvenly } from './rows.ts';

const BUILDERS = {
  ours: buildOurs,
  fuse: buildFuse,
  'fuse-best': buildFuseBest,
  minisearch: buildMiniSearch,
  bm25: buildBm25,
} as const satisfies Record<string, EngineBuilder>;
export type EngineName = keyof typeof BUILDERS;
export const ENGINE_NAMES = Object.keys(BUILDERS) as readonly EngineName[];

const SEED = 2017;
const HITS = 10;
const MEGABYTE = 1024 * 1024;

export interface BenchRetrievalOptions {
  readonly base: readonly BaseRow[];
  readonly queries: readonly QueryRow[];
  /** Measured one after the other in this order. */
  readonly engines: readonly EngineName[];
  readonly noise?: Noise;
  /** Milliseconds from any start, such as `performance.now`. */
  readonly clock: () => number;
  /** Bytes of resident memory, such as `process.memoryUsage.rss`. */
  readonly memory: () => number;
  readonly onProgress?: (engine: EngineName, share: number) => void;
}

export interface RetrievalResult extends Measures {
  readonly engine: EngineName;
  readonly noise: Noise | null;
  readonly entries: number;
  readonly phrasings: number;
  /** Milliseconds to build the index. */
  readonly buildMs: number;
  /** Milliseconds a question, engine only. */
  readonly p50: number;
  readonly p99: number;
  /** Megabytes the process grew by while building; only comparable between runs of one engine each. */
  readonly memoryMb: number;
}

/** Asks every engine the same questions over the same base. Engines see the base only; questions are never learned from. */
export async function benchRetrieval(options: BenchRetrievalOptions): Promise<RetrievalResult[]> {
  const { base, queries, noise, clock, memory } = options;
  const spoil = noise === undefined ? (question: string) => question : await createNoise(noise, createDice(SEED));
  const questions = queries.map((query) => ({ ...query, question: spoil(query.question) }));
  const results: RetrievalResult[] = [];
  for (const name of options.engines) {
    const before = memory();
    const started = clock();
    const engine = await BUILDERS[name](base, (share) => options.onProgress?.(name, share));
    const buildMs = clock() - started;
    const memoryMb = (memory() - before) / MEGABYTE;
    const { judged, times } = askAll(engine, questions, clock);
    results.push({
      engine: name,
      noise: noise ?? null,
      entries: base.length,
      phrasings: base.reduce((sum, row) => sum + 1 + row.alternatives.length, 0),
      ...measure(judged),
      buildMs,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      memoryMb,
    });
  }
  return results;
}

function askAll(
  engine: Engine,
  queries: readonly QueryRow[],
  clock: () => number,
): { judged: Judged[]; times: number[] } {
  const times: number[] = [];
  const judged = queries.map((query) => {
    const started = clock();
    const hits = engine.search(query.question, HITS);
    times.push(clock() - started);
    return {
      answerable: query.right.length > 0,
      nullKind: query.nullKind,
      place: hits.findIndex((hit) => query.right.includes(hit.id)) + 1,
      confidence: hits[0]?.confidence ?? Number.NEGATIVE_INFINITY,
    };
  });
  return { judged, times };
}
