import { telegram } from '../../../adapters/telegram/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { Choice, ConversationId, Inbound } from '../../../src/channel/message.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram.ts';

const NOON = new Date('2026-11-23T04:00:00Z');

export interface OpenTelegram extends AsyncDisposable {
  readonly fake: FakeTelegram;
  readonly adapter: PlatformAdapter;
  readonly logged: string[];
  readonly read: (request: Request) => Promise<Reading>;
  readonly readMessages: (request: Request) => Promise<readonly Inbound[]>;
  readonly send: (text: string, to?: { conversation?: string; choices?: readonly Choice[] }) => Promise<Sent>;
}

/** A bot on our fake of the platform, with its adapter open. Closes both when it goes out of scope. */
export async function openTelegram(more: Readonly<Record<string, string>> = {}): Promise<OpenTelegram> {
  const fake = await startFakeTelegram(() => NOON, { more });
  const logged: string[] = [];
  const log = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const adapter = await telegram.open(fake.settings, { now: () => NOON, fetch: globalThis.fetch, log });
  const read = async (request: Request): Promise<Reading> => {
    if (!adapter.read) throw new Error('telegram reads deliveries');
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
    send: (text, { conversation = fake.conversation('first'), choices = [] } = {}) =>
      adapter.send({ conversation: conversation as ConversationId, part: { text, choices }, key: 'a'.repeat(36) }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
