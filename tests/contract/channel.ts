import { afterEach, describe } from 'vitest';
import { describeFiles } from './describe-files.ts';
import { describeReading } from './describe-reading.ts';
import { describeReceiving } from './describe-receiving.ts';
import { describeSending } from './describe-sending.ts';
import type { ChannelUnderTest, OpenChannel, OpenOptions } from './harness.ts';
import { createRules } from './rules.ts';

/** Every rule a channel keeps, run against the other side of it: a platform's fake, a browser's, a keyboard's. */
export function describeChannel(channel: ChannelUnderTest): void {
  describe(`${channel.name} keeps the channel contract`, () => {
    const { rule, countRules } = createRules(channel);
    const opened: OpenChannel[] = [];
    const open = async (options?: OpenOptions): Promise<OpenChannel> => {
      const one = await channel.open(options);
      opened.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });

    describeReading(channel, rule, open);
    describeReceiving(channel, rule, open);
    describeSending(rule, open);
    describeFiles(rule, open);
    countRules();
  });
}
