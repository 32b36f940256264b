import { slack } from '../../../adapters/slack/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { Choice, ConversationId, Inbound } from '../../../src/channel/message.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack.ts';

export const NOON = new Date('2026-11-23T04:00:00Z');
export const KEY = '0b7e1c9a-0000-4000-8000-000000000001';

export interface OpenSlack extends AsyncDisposable {
  readonly fake: FakeSlack;
  readonly adapter: PlatformAdapter;
  readonly logged: string[];
  readonly read: (request: Request) => Promise<Reading>;
  readonly readMessages: (request: Request) => Promise<readonly Inbound[]>;
  readonly send: (
    text: string,
    to?: { conversation?: string; choices?: readonly Choice[]; key?: string },
  ) => Promise<Sent>;
}

/** A workspace on our fake of the platform, with its adapter open. Closes both when it goes out of scope. */
export async function openSlack(options: Parameters<typeof startFakeSlack>[1] = {}): Promise<OpenSlack> {
  const fake = await startFakeSlack(() => NOON, options);
  const logged: string[] = [];
  const log = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const adapter = await slack.open(fake.settings, { now: () => NOON, fetch: globalThis.fetch, log });
  const read = async (request: Request): Promise<Reading> => {
    if (!adapter.read) throw new Error('slack reads deliveries');
    return adapter.read(request);
  };
  return {
    fake,
    adapter,
    logged,
    read,
    readMessages: async (request) => {
      const reading = await read(request);
      return reading.kind === 'messages' ? reading.messages : [];
    },
    send: (text, { conversation = fake.conversation('first'), choices = [], key = KEY } = {}) =>
      adapter.send({ conversation: conversation as ConversationId, part: { text, choices }, key }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
