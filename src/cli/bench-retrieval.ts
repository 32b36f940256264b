import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { EngineName, Noise, RetrievalResult } from '../bench/retrieval/index.ts';
import { type CliContext, print } from './context.ts';
import { readCount } from './read-count.ts';

/** Written out here so that `--help` needs no engine loaded; the types keep them true. */
const ENGINES: readonly EngineName[] = ['ours', 'fuse', 'fuse-best', 'minisearch', 'bm25'];
const NOISES: readonly Noise[] = ['homophone', 'drop', 'traditional', 'pinyin'];

interface Options {
  readonly kb: string;
  readonly queries: string;
  readonly engine?: EngineName;
  readonly noise?: Noise;
  readonly sample?: number;
  readonly json?: boolean;
}

function writeResult(result: RetrievalResult): string {
  const share = (value: number) => value.toFixed(3);
  const auroc = Object.entries(result.auroc).map(([kind, value]) => `${kind} ${share(value)}`);
  const { at2, at5, at10 } = result.coverage;
  return [
    result.engine.padEnd(10),
    `top1 ${share(result.top1)}  top3 ${share(result.top3)}  mrr@10 ${share(result.mrr10)}`,
    `auroc ${auroc.join(' ') || '–'}`,
    `coverage@2/5/10% ${[at2, at5, at10].map(share).join(' ')}`,
    `p50 ${result.p50.toFixed(2)} ms  p99 ${result.p99.toFixed(2)} ms`,
    `build ${Math.round(result.buildMs)} ms  +${Math.round(result.memoryMb)} MB`,
  ].join('  ');
}

/** `bench retrieval`: the desk's engine beside others, on the same base and questions. */
export function addBenchRetrieval(bench: Command, context: CliContext): void {
  bench
    .command('retrieval')
    .description(context.say('cli.bench_retrieval'))
    .requiredOption('--kb <file>', context.say('cli.bench_retrieval_kb'))
    .requiredOption('--queries <file>', context.say('cli.bench_retrieval_queries'))
    .addOption(new Option('--engine <name>', context.say('cli.bench_retrieval_engine')).choices(ENGINES))
    .addOption(new Option('--noise <kind>', context.say('cli.bench_retrieval_noise')).choices(NOISES))
    .option('--sample <count>', context.say('cli.bench_retrieval_sample'), readCount)
    .option('--json', context.say('cli.json'))
    .action(async (options: Options) => {
      const { baseRowSchema, benchRetrieval, queryRowSchema, readRows, takeEvenly } = await import(
        '../bench/retrieval/index.ts'
      );
      const base = readRows(readFileSync(options.kb, 'utf8'), baseRowSchema, options.kb);
      const asked = readRows(readFileSync(options.queries, 'utf8'), queryRowSchema, options.queries);
      const queries = takeEvenly(asked, options.sample ?? asked.length);
      const all: RetrievalResult[] = [];
      // One engine at a time, so that each result shows as soon as it is there.
      for (const engine of options.engine ? [options.engine] : ENGINES) {
        const results = await benchRetrieval({
          base,
          queries,
          engines: [engine],
          ...(options.noise ? { noise: options.noise } : {}),
          clock: () => performance.now(),
          memory: () => process.memoryUsage.rss(),
        });
        all.push(...results);
        if (!options.json) for (const result of results) print(context.output, writeResult(result));
      }
      // One engine is one object, several are a list: either way the whole output is one JSON text.
      if (options.json) print(context.output, JSON.stringify(options.engine ? all[0] : all));
    });
}
