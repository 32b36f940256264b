import { wechat } from '../../../adapters/wechat/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { type FakeWechat, startFakeWechat } from '../../fakes/wechat.ts';

export const NOON = new Date('2026-11-23T04:00:00Z');

export interface OpenWechat extends AsyncDisposable {
  readonly fake: FakeWechat;
  readonly adapter: PlatformAdapter;
  readonly logged: string[];
  readonly read: (request: Request) => Promise<Reading>;
  readonly send: (text: string) => Promise<Sent>;
}

/** An account on our fake of the platform, with its adapter open. Closes both when it goes out of scope. */
export async function openWechat(options: Parameters<typeof startFakeWechat>[1] = {}): Promise<OpenWechat> {
  const fake = await startFakeWechat(() => NOON, options);
  const logged: string[] = [];
  const log = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const adapter = await wechat.open(fake.settings, { now: () => NOON, fetch: globalThis.fetch, log });
  const conversation = fake.conversation('first') as ConversationId;
  return {
    fake,
    adapter,
    logged,
    read: async (request) => {
      if (!adapter.read) throw new Error('wechat reads deliveries');
      return adapter.read(request);
    },
    send: (text) => adapter.send({ conversation, part: { text, choices: [] }, key: 'a'.repeat(36) }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
