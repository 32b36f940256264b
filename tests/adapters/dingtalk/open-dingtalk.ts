import { dingtalk } from '../../../adapters/dingtalk/index.ts';
import type { PlatformAdapter, Reading, Sent } from '../../../src/channel/adapter.ts';
import type { Part } from '../../../src/channel/fit.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { type FakeDingtalk, type FakeDingtalkOptions, startFakeDingtalk } from '../../fakes/dingtalk.ts';

export const NOON = new Date('2026-11-23T04:00:00Z');

export interface OpenDingtalk extends AsyncDisposable {
  readonly fake: FakeDingtalk;
  readonly adapter: PlatformAdapter;
  readonly forward: (milliseconds: number) => void;
  readonly read: (request: Request) => Promise<Reading>;
  /** The first person says something, which brings a session. */
  readonly hear: () => Promise<Reading>;
  /** Sends to the first person, or another conversation. */
  readonly send: (part: string | Part, to?: string) => Promise<Sent>;
}

/** A robot on our fake of the platform, with its adapter open. Closes both when it goes out of scope. */
export async function openDingtalk(options: FakeDingtalkOptions = {}): Promise<OpenDingtalk> {
  const clock = { at: NOON.getTime() };
  const now = () => new Date(clock.at);
  const fake = await startFakeDingtalk(now, options);
  const adapter = await dingtalk.open(fake.settings, { now, fetch: globalThis.fetch, log() {} });
  const read = async (request: Request) => {
    if (!adapter.read) throw new Error('dingtalk reads deliveries');
    return adapter.read(request);
  };
  return {
    fake,
    adapter,
    forward(milliseconds) {
      clock.at += milliseconds;
    },
    read,
    hear: () => read(fake.deliver({ kind: 'text', id: '1', chat: 'first', text: '您好' })),
    send: (part, to = fake.conversation('first')) =>
      adapter.send({
        conversation: to as ConversationId,
        part: typeof part === 'string' ? { text: part, choices: [] } : part,
        key: 'a'.repeat(36),
      }),
    [Symbol.asyncDispose]: async () => {
      await adapter.stop();
      await fake.stop();
    },
  };
}
