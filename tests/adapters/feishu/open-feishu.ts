import { feishu } from '../../../adapters/feishu/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { Part } from '../../../src/channel/fit.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { type FakeFeishu, startFakeFeishu } from '../../fakes/feishu.ts';

export const NOON = new Date('2026-11-23T04:00:00Z');
export const KEY = '3f0c8a52-5d0e-4d3f-9b7e-2f6d1c0a9b8e';

export interface OpenFeishu extends AsyncDisposable {
  readonly fake: FakeFeishu;
  readonly adapter: PlatformAdapter;
  readonly read: (request: Request) => Promise<Reading>;
  /** Sends to the first chat, or another one. */
  readonly send: (part: string | Part, more?: { readonly key?: string; readonly to?: string }) => Promise<Sent>;
}

/** An application on our fake of the platform, with its adapter open and started. Closes both when it goes out of scope. */
export async function openFeishu(options: Parameters<typeof startFakeFeishu>[1] = {}): Promise<OpenFeishu> {
  const fake = await startFakeFeishu(() => NOON, options);
  const adapter = await feishu.open(fake.settings, { now: () => NOON, fetch: globalThis.fetch, log() {} });
  await adapter
    .start?.(async () => {})
    .catch(async (error: unknown) => {
      await fake.stop();
      throw error;
    });
  return {
    fake,
    adapter,
    read: async (request) => {
      if (!adapter.read) throw new Error('feishu reads deliveries');
      return adapter.read(request);
    },
    send: (part, { key = KEY, to = fake.conversation('first') } = {}) =>
      adapter.send({
        conversation: to as ConversationId,
        part: typeof part === 'string' ? { text: part, choices: [] } : part,
        key,
      }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
