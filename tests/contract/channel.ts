import { describe } from 'vitest';
import { describeReading } from './describe-reading.ts';
import { describeReceiving } from './describe-receiving.ts';
import { describeSending } from './describe-sending.ts';
import type { ChannelHarness } from './harness.ts';

/** Every rule a channel keeps, run against the platform's fake. */
export function describeChannel(name: string, harness: ChannelHarness): void {
  describe(`${name} keeps the channel contract`, () => {
    describeReading(name, harness);
    describeReceiving(harness);
    describeSending(harness);
  });
}
