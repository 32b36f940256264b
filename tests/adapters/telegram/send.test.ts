import { describe, expect, test } from 'vitest';
import { telegram } from '../../../adapters/telegram/index.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { openTelegram } from './open-telegram.ts';

const GROUP = 'telegram:7000000001:-1001900000007:42:810000002';
const groupMessage = (id: number, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    message_thread_id: 42,
    is_topic_message: true,
    from: { id: 810000002, is_bot: false, first_name: '李' },
    chat: { id: -1001900000007, title: '城东社区', type: 'supergroup' },
    date: 0,
    text,
    entities: [{ type: 'bot_command', offset: 0, length: text.length }],
  },
});

describe('a message', () => {
  test('reaches the person, and the platform says under which number', async () => {
    await using open = await openTelegram();
    expect(await open.send('您的申请已经收到。')).toEqual({ kind: 'sent', platformId: '1001' });
    expect(open.fake.shown()).toEqual([{ chat: 'first', text: '您的申请已经收到。', choices: [] }]);
  });

  test('has a button a row, and those that only steer together below', async () => {
    await using open = await openTelegram();
    await open.send('请选择：', {
      choices: [
        { value: 'a', label: '本人' },
        { value: 'b', label: '单位' },
        { value: 'form/back', label: '上一步', aside: true },
        { value: 'form/stop', label: '先不填', aside: true },
      ],
    });
    expect(open.fake.calls.at(-1)?.body).toMatchObject({
      reply_markup: {
        inline_keyboard: [
          [{ text: '本人' }],
          [{ text: '单位' }],
          [{ text: '上一步', callback_data: 'form/back' }, { text: '先不填' }],
        ],
      },
    });
  });

  test('in a group goes to its topic and shows which message it answers', async () => {
    await using open = await openTelegram();
    await open.read(open.fake.post(groupMessage(70, '/help')));
    await open.read(open.fake.post(groupMessage(71, '/topics')));
    await open.send('您好', { conversation: GROUP });
    expect(open.fake.calls.at(-1)?.body).toMatchObject({
      chat_id: -1001900000007,
      message_thread_id: 42,
      reply_parameters: { message_id: 71, allow_sending_without_reply: true },
    });
  });

  test('follows a group that got another number', async () => {
    await using open = await openTelegram();
    open.fake.refuseNext(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1002000000008,
    });
    expect(await open.send('您好', { conversation: GROUP })).toMatchObject({ kind: 'sent' });
    expect(open.fake.calls.at(-1)?.body).toMatchObject({ chat_id: -1002000000008 });
  });

  test('of blanks is nothing to send', async () => {
    await using open = await openTelegram();
    expect(await open.send('\n\n')).toEqual({ kind: 'sent', platformId: null });
    expect(open.fake.calls).toEqual([]);
  });

  test.each([
    [403, 'Forbidden: bot was blocked by the user', { kind: 'undeliverable', why: 'blocked' }],
    [403, 'Forbidden: user is deactivated', { kind: 'undeliverable', why: 'blocked' }],
    [403, 'Forbidden: bot was kicked from the supergroup chat', { kind: 'undeliverable', why: 'blocked' }],
    [400, 'Bad Request: chat not found', { kind: 'undeliverable', why: 'gone' }],
    [400, 'Bad Request: PEER_ID_INVALID', { kind: 'undeliverable', why: 'gone' }],
    [400, 'Bad Request: message is too long', { kind: 'undeliverable', why: 'refused' }],
    [401, 'Unauthorized', { kind: 'later', afterMs: null }],
    [404, 'Not Found', { kind: 'later', afterMs: null }],
    [429, 'Too Many Requests', { kind: 'later', afterMs: null }],
  ])('refused with %i %s', async (code, description, expected) => {
    await using open = await openTelegram();
    open.fake.refuseNext(code, description);
    expect(await open.send('一')).toMatchObject(expected);
    expect(open.fake.shown()).toEqual([]);
    expect(open.logged.join()).toContain(String(code));
  });

  test('waits as long as the platform says', async () => {
    await using open = await openTelegram();
    open.fake.failNext({ kind: 'rate_limited', afterMs: 7000 });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: 7000 });
  });

  test('waits when the platform is away, and what is said about it holds no token', async () => {
    await using open = await openTelegram();
    await open.fake.stop();
    const sent = await open.send('一');
    expect(sent).toMatchObject({ kind: 'later', afterMs: null });
    expect(JSON.stringify([sent, open.logged])).not.toContain('not-a-real-token');
  });

  test('for another bot or another channel goes nowhere', async () => {
    await using open = await openTelegram();
    for (const conversation of ['telegram:8:810000001', 'slack:T1:U1', 'telegram:x', '']) {
      expect(await open.send('一', { conversation })).toEqual({ kind: 'undeliverable', why: 'gone' });
    }
    expect(open.fake.calls).toEqual([]);
  });
});

describe('a file a person sent', () => {
  test('is fetched when wanted, up to the limit', async () => {
    await using open = await openTelegram();
    open.fake.files.set('notice', new Uint8Array(2000).fill(9));
    expect(await open.adapter.fetchFile?.('notice', 2000)).toEqual(Buffer.alloc(2000, 9));
    expect(await open.adapter.fetchFile?.('notice', 1999)).toBe('too_large');
    expect(open.fake.downloads).toHaveLength(1);
    expect(await open.adapter.fetchFile?.('another', 2000)).toBe('gone');
  });

  test('beyond what the platform gives bots is too large', async () => {
    await using open = await openTelegram();
    open.fake.breakMethod('getFile', 400, { description: 'Bad Request: file is too big' });
    expect(await open.adapter.fetchFile?.('notice', 2000)).toBe('too_large');
  });

  test.each([429, 502])('is asked for again later when the platform answers %i', async (code) => {
    await using open = await openTelegram();
    open.fake.breakMethod('getFile', code);
    await expect(open.adapter.fetchFile?.('notice', 2000)).rejects.toMatchObject({ code: 'TURN_FAILED' });
  });
});

describe('the settings', () => {
  const services = { now: () => new Date(0), fetch: globalThis.fetch, log() {} };
  const TOKEN = { TELEGRAM_BOT_TOKEN: '7:aaaaaaaaaaaaaaaaaaaa' };

  test.each([
    ['no token', {}, 'TELEGRAM_BOT_TOKEN: missing'],
    ['a token of another shape', { TELEGRAM_BOT_TOKEN: 'abc' }, 'TELEGRAM_BOT_TOKEN: malformed'],
    [
      'a webhook without its secret',
      { ...TOKEN, TELEGRAM_WEBHOOK_URL: 'https://a.example/' },
      'TELEGRAM_SECRET_TOKEN: missing',
    ],
    ['a secret one can guess', { ...TOKEN, TELEGRAM_SECRET_TOKEN: 'abc' }, 'TELEGRAM_SECRET_TOKEN: malformed'],
    [
      'a webhook without encryption',
      { ...TOKEN, TELEGRAM_WEBHOOK_URL: 'http://a.example/' },
      'TELEGRAM_WEBHOOK_URL: malformed',
    ],
  ])('%s is refused by name, and no value is shown', async (_name, values, message) => {
    const failure = await telegram.open(values, services).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(message) });
    expect(String(failure)).not.toContain('aaaa');
  });

  test('of one bot have nothing of another: it is neither heard nor written to', async () => {
    await using first = await openTelegram();
    const other = await telegram.open(
      {
        TELEGRAM_BOT_TOKEN: '8:another-token-of-a-bot',
        TELEGRAM_SECRET_TOKEN: 'the-secret-of-another-bot',
        TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      },
      services,
    );
    const hello = { kind: 'text', id: '1', chat: 'first', text: '您好' } as const;
    const forOther = () => first.fake.forge(hello, 'other_channel') ?? first.fake.deliver(hello);
    const reading = await other.read?.(forOther());
    expect(reading).toMatchObject({ kind: 'messages', messages: [{ conversation: 'telegram:8:810000001' }] });
    expect((await first.read(forOther())).answer.status).toBe(401);
    const send = (conversation: string) =>
      other.send({ conversation: conversation as ConversationId, part: { text: '一', choices: [] }, key: 'k' });
    expect(await send('telegram:8:810000001')).toMatchObject({ kind: 'later' });
    expect(await send('telegram:7000000001:810000001')).toEqual({ kind: 'undeliverable', why: 'gone' });
    await other.stop();
  });
});
