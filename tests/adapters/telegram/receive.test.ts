import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectApi } from '../../../adapters/telegram/api.ts';
import { pollUpdates } from '../../../adapters/telegram/poll-updates.ts';
import { createQuotes } from '../../../adapters/telegram/quotes.ts';
import { startReceiving } from '../../../adapters/telegram/start-receiving.ts';
import { createWhoAmI } from '../../../adapters/telegram/who-am-i.ts';
import type { Inbound } from '../../../src/channel/message.ts';
import { loadMessages } from '../../../src/messages.ts';
import { openTelegram } from './open-telegram.ts';

const POLLED = { TELEGRAM_WEBHOOK_URL: '', TELEGRAM_SECRET_TOKEN: '' };
const say = (id: string, text: string) => ({ kind: 'text', id, chat: 'first', text }) as const;
const textOf = ({ body }: Inbound) => (body.kind === 'text' ? body.text : body.kind);

/** Collects what is delivered, and tells when so many have come. */
function collect() {
  const received: string[] = [];
  const watchers = new Set<() => void>();
  return {
    received,
    deliver: async (messages: readonly Inbound[]) => {
      received.push(...messages.map(textOf));
      for (const watcher of watchers) watcher();
    },
    whenReceived: (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => received.length >= count && resolve();
        watchers.add(check);
        check();
      }),
  };
}

describe('a bot that is polled', () => {
  test('gives up its webhook, sets its menu in two languages and hears what is said', async () => {
    await using open = await openTelegram(POLLED);
    const { deliver, received, whenReceived } = collect();
    open.fake.queue(open.fake.describe(say('1', '一')), open.fake.describe(say('2', '二')));
    await open.adapter.start?.(deliver);
    await whenReceived(2);
    open.fake.queue(open.fake.describe(say('3', '三')));
    await whenReceived(3);
    expect(received).toEqual(['一', '二', '三']);
    expect(open.fake.calls.slice(0, 4)).toMatchObject([
      { method: 'deleteWebhook' },
      { method: 'setMyCommands', body: { commands: [{ command: 'topics', description: '常见问题' }, {}, {}, {}, {}] } },
      { method: 'setMyCommands', body: { language_code: 'en' } },
      { method: 'getUpdates', body: { offset: 0, allowed_updates: ['message', 'callback_query'] } },
    ]);
  });

  test('asks again for what could not be stored, and passes over what it cannot read', async () => {
    await using open = await openTelegram(POLLED);
    const api = await connectApi(
      open.fake.settings.TELEGRAM_BOT_TOKEN ?? '',
      open.fake.settings.TELEGRAM_API_ROOT ?? '',
    );
    const stopping = new AbortController();
    const { deliver, received, whenReceived } = collect();
    let failures = 2;
    const logged: string[] = [];
    open.fake.queue({ update_id: 1, message: { message_id: 'no number' } }, open.fake.describe(say('2', '二')));
    const polling = pollUpdates({
      api,
      whoAmI: createWhoAmI('7:x', api),
      quotes: createQuotes(),
      deliver: (messages) => (failures-- > 0 ? Promise.reject(new Error('the disk is full')) : deliver(messages)),
      log: (event) => void logged.push(event),
      signal: stopping.signal,
      rest: 1,
    });
    await whenReceived(1);
    await open.fake.whenCalled('getUpdates', 4);
    stopping.abort();
    await polling;
    expect(received).toEqual(['二']);
    const offsets = open.fake.calls.filter(({ method }) => method === 'getUpdates').map(({ body }) => body.offset);
    expect(offsets).toEqual([0, 0, 0, 500_000_003]);
    expect(logged.filter((event) => event === 'telegram_updates_not_stored')).toHaveLength(2);
    expect(logged).toContain('telegram_update_not_read');
  });

  test.each([429, 409, 502])('goes on after the platform has answered %i', async (code) => {
    await using open = await openTelegram(POLLED);
    const api = await connectApi(
      open.fake.settings.TELEGRAM_BOT_TOKEN ?? '',
      open.fake.settings.TELEGRAM_API_ROOT ?? '',
    );
    const stopping = new AbortController();
    const { deliver, received, whenReceived } = collect();
    open.fake.breakMethod('getUpdates', code, { times: 2 });
    open.fake.queue(open.fake.describe(say('1', '一')));
    const polling = pollUpdates({
      api,
      whoAmI: createWhoAmI('7:x', api),
      quotes: createQuotes(),
      deliver,
      log() {},
      signal: stopping.signal,
      rest: 1,
    });
    await whenReceived(1);
    stopping.abort();
    await polling;
    expect(received).toEqual(['一']);
  });

  test('stops the turning of a button once its tap is stored', async () => {
    await using open = await openTelegram(POLLED);
    const before: string[] = [];
    open.fake.queue(
      open.fake.describe({ kind: 'choice', id: '5', chat: 'first', value: 'track', label: '查我的申请', number: 1 }),
    );
    await open.adapter.start?.(async () => void before.push(...open.fake.calls.map(({ method }) => method)));
    await open.fake.whenCalled('answerCallbackQuery');
    expect(before).not.toContain('answerCallbackQuery');
    expect(open.fake.calls.find(({ method }) => method === 'answerCallbackQuery')?.body).toEqual({
      callback_query_id: '43857500000000001',
    });
  });

  test('stops at once while the platform holds its call', async () => {
    await using open = await openTelegram(POLLED);
    await open.adapter.start?.(async () => {});
    await open.fake.whenCalled('getUpdates');
    await open.adapter.stop();
    expect(open.fake.calls.filter(({ method }) => method === 'getUpdates')).toHaveLength(1);
  });

  test('takes no deliveries from anybody', async () => {
    await using open = await openTelegram(POLLED);
    expect((await open.read(open.fake.deliver(say('1', '一')))).answer.status).toBe(401);
  });
});

describe('a bot that is called', () => {
  test('says where and with which secret, and is not polled', async () => {
    await using open = await openTelegram();
    const { settings, calls } = open.fake;
    const api = await connectApi(settings.TELEGRAM_BOT_TOKEN ?? '', settings.TELEGRAM_API_ROOT ?? '');
    open.fake.breakMethod('setWebhook', 502);
    const logged: string[] = [];
    await startReceiving({
      polling: {
        api,
        whoAmI: createWhoAmI('7:x', api),
        quotes: createQuotes(),
        deliver: async () => {},
        log: (event) => void logged.push(event),
        signal: new AbortController().signal,
        rest: 1,
      },
      webhook: { url: 'https://desk.example/hooks/telegram', secret: 'a-secret-of-twenty-one' },
      messages: loadMessages(join(import.meta.dirname, '../../../messages')),
    });
    expect(calls.map(({ method }) => method)).toEqual(['setWebhook', 'setWebhook', 'setMyCommands', 'setMyCommands']);
    expect(logged).toEqual(['telegram_not_registered']);
    expect(calls[1]?.body).toEqual({
      url: 'https://desk.example/hooks/telegram',
      secret_token: 'a-secret-of-twenty-one',
      allowed_updates: ['message', 'callback_query'],
    });
  });

  test('registers with the address and the secret of its settings', async () => {
    await using open = await openTelegram();
    await open.adapter.start?.(async () => {});
    await open.fake.whenCalled('setMyCommands', 2);
    expect(open.fake.calls[0]?.body).toMatchObject({
      url: open.fake.settings.TELEGRAM_WEBHOOK_URL,
      secret_token: open.fake.settings.TELEGRAM_SECRET_TOKEN,
    });
  });
});
