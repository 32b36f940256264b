import type { Command } from 'commander';
import { benchKnowledge } from '../bench/knowledge.ts';
import { type CliContext, print } from './context.ts';
import { readCount } from './read-count.ts';

const ENTRIES = 20_000;
const PER_ENTRY = 10;
const QUERIES = 2000;

/** `bench knowledge`: a large knowledge base published and asked: time, memory, and how fast it is searched. */
export function addBenchKnowledge(bench: Command, context: CliContext): void {
  const { say, output, errors } = context;
  bench
    .command('knowledge')
    .description(say('cli.bench_knowledge'))
    .option('--entries <count>', say('cli.bench_knowledge_entries'), readCount, ENTRIES)
    .option('--phrasings <count>', say('cli.bench_knowledge_phrasings'), readCount, PER_ENTRY)
    .option('--queries <count>', say('cli.bench_knowledge_queries'), readCount, QUERIES)
    .option('--json', say('cli.json'))
    .action(async (options: { entries: number; phrasings: number; queries: number; json?: boolean }) => {
      let told = 0;
      const result = await benchKnowledge({
        location: context.config(),
        entries: options.entries,
        perEntry: options.phrasings,
        queries: options.queries,
        now: context.now,
        clock: () => performance.now(),
        memory: () => process.memoryUsage.rss(),
        onProgress: (share) => {
          if (share < told + 0.1) return;
          told = share;
          print(errors, `${Math.round(share * 100)} %`);
        },
      });
      if (options.json) {
        print(output, JSON.stringify(result));
        return;
      }
      const { entries, phrasings, publishMs, learnMs, memoryMb, p50, p99, top1 } = result;
      print(
        output,
        `publish  ${entries} entries, ${phrasings} phrasings: ${(publishMs / 1000).toFixed(1)} s (learning ${(learnMs / 1000).toFixed(1)} s), ${memoryMb.toFixed(0)} MB`,
      );
      print(output, `query    p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  first ${(top1 * 100).toFixed(1)} %`);
    });
}
