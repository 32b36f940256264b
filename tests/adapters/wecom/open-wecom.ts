import { wecom } from '../../../adapters/wecom/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { type FakeWecom, startFakeWecom } from '../../fakes/wecom.ts';

export const NOON = new Date('2026-11-23T04:00:00Z');

export interface OpenWecom extends AsyncDisposable {
  readonly fake: FakeWecom;
  readonly adapter: PlatformAdapter;
  readonly read: (request: Request) => Promise<Reading>;
  readonly send: (text: string) => Promise<Sent>;
}

/** An application on our fake of the platform, with its adapter open. Closes both when it goes out of scope. */
export async function openWecom(options: Parameters<typeof startFakeWecom>[1] = {}): Promise<OpenWecom> {
  const fake = await startFakeWecom(() => NOON, options);
  const adapter = await wecom.open(fake.settings, { now: () => NOON, fetch: globalThis.fetch, log() {} });
  const conversation = fake.conversation('first') as ConversationId;
  return {
    fake,
    adapter,
    read: async (request) => {
      if (!adapter.read) throw new Error('wecom reads deliveries');
      return adapter.read(request);
    },
    send: (text) => adapter.send({ conversation, part: { text, choices: [] }, key: 'a'.repeat(36) }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
