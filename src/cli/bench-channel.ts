import { type Command, InvalidArgumentError } from 'commander';
import type { ChannelBenchResult } from '../bench/channel.ts';
import { type CliContext, print } from './context.ts';
import { readCount } from './read-count.ts';

const MESSAGES = 300;

function writeResult({ channel, bare, whole, ratio, cpu, ackP99 }: ChannelBenchResult): string {
  const rates = `bare ${Math.round(bare)}/s  whole ${Math.round(whole)}/s  whole / bare ${ratio.toFixed(2)}`;
  const processor = `cpu ${cpu.bare.toFixed(1)} and ${cpu.whole.toFixed(1)} ms a message`;
  return `${channel.padEnd(10)} ${rates}  ${processor}  ack p99 at 300/s ${ackP99.toFixed(0)} ms`;
}

/** `bench channel`: messages a second through the full pipeline of each platform, beside its bare adapter echoing. */
export function addBenchChannel(bench: Command, context: CliContext): void {
  const names = context.channels.platforms.map(({ name }) => name);
  bench
    .command('channel')
    .description(context.say('cli.bench_channel'))
    .argument('[names...]', names.join(' '), (name: string, before: readonly string[] = []) => {
      if (!names.includes(name)) throw new InvalidArgumentError(names.join(' '));
      return [...before, name];
    })
    .option('--messages <count>', context.say('cli.bench_turn_count'), readCount, MESSAGES)
    .option('--json', context.say('cli.json'))
    .action(async (only: readonly string[], { messages, json }: { messages: number; json?: boolean }) => {
      const onResult = (result: ChannelBenchResult) =>
        print(context.output, json ? JSON.stringify(result) : writeResult(result));
      await context.channels.bench({ messages, only, onResult });
    });
}
