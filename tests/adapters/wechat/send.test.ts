import { describe, expect, test } from 'vitest';
import { wechat } from '../../../adapters/wechat/index.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import type { ErrcodeCall } from '../../fakes/errcode-server.ts';
import { NOON, openWechat } from './open-wechat.ts';

const tokenCalls = (calls: readonly ErrcodeCall[]) => calls.filter(({ path }) => path.endsWith('stable_token'));

describe('a customer-service message', () => {
  test('reaches the person', async () => {
    await using open = await openWechat();
    expect(await open.send('您的申请已经收到。')).toEqual({ kind: 'sent', platformId: null });
    expect(open.fake.shown()).toEqual([{ chat: 'first', text: '您的申请已经收到。', choices: [] }]);
  });

  test('needs one token for all, asked for once', async () => {
    await using open = await openWechat();
    await Promise.all(Array.from({ length: 10 }, (_, index) => open.send(String(index))));
    expect(open.fake.shown()).toHaveLength(10);
    expect(tokenCalls(open.fake.server.calls)).toHaveLength(1);
  });

  test('goes out with another token when the first has ended under way', async () => {
    await using open = await openWechat();
    await open.send('一');
    open.fake.server.endToken();
    expect(await open.send('二')).toMatchObject({ kind: 'sent' });
    expect(open.fake.shown().map(({ text }) => text)).toEqual(['一', '二']);
    expect(tokenCalls(open.fake.server.calls)).toMatchObject([
      { body: { force_refresh: false } },
      { body: { force_refresh: false } },
    ]);
  });

  test('forces a token only when the platform gives the refused one again', async () => {
    await using open = await openWechat();
    await open.send('一');
    open.fake.server.refuseNext(40001);
    expect(await open.send('二')).toMatchObject({ kind: 'sent' });
    expect(tokenCalls(open.fake.server.calls).map(({ body }) => body.force_refresh)).toEqual([false, false, true]);
  });

  test.each([
    [-1, { kind: 'later', afterMs: null }],
    [45009, { kind: 'later', afterMs: null }],
    [45011, { kind: 'later', afterMs: 60_000 }],
    [45015, { kind: 'undeliverable', why: 'window_closed' }],
    [45047, { kind: 'held' }],
    [48002, { kind: 'undeliverable', why: 'blocked' }],
    [43004, { kind: 'undeliverable', why: 'blocked' }],
    [40003, { kind: 'undeliverable', why: 'gone' }],
    [45002, { kind: 'undeliverable', why: 'refused' }],
    [48001, { kind: 'held' }],
  ])('refused with %i', async (errcode, expected) => {
    await using open = await openWechat();
    open.fake.server.refuseNext(errcode);
    expect(await open.send('一')).toMatchObject(expected);
    expect(open.fake.shown()).toEqual([]);
  });

  test('waits as long as the platform says, or for the usual while', async () => {
    await using open = await openWechat();
    open.fake.failNext({ kind: 'rate_limited', afterMs: 7000 });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: 7000 });
    open.fake.failNext({ kind: 'server_error' });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: null });
  });

  test('waits when no token is given, and the log names the number and no secret', async () => {
    await using open = await openWechat();
    const settings = { ...open.fake.settings, WECHAT_APP_SECRET: 'wrong-secret' };
    const logged: string[] = [];
    const log = (event: string, fields = {}) => void logged.push(event + JSON.stringify(fields));
    const other = await wechat.open(settings, { now: () => NOON, fetch: globalThis.fetch, log });
    const conversation = open.fake.conversation('first') as ConversationId;
    const sent = await other.send({ conversation, part: { text: '一', choices: [] }, key: 'k' });
    expect(sent).toMatchObject({ kind: 'later', why: 'no access token (40125)' });
    expect(logged).toEqual(['no_access_token{"errcode":40125}']);
  });

  test('for another account or another channel goes nowhere', async () => {
    await using open = await openWechat();
    for (const id of ['wechat:wx0000000000000000:oABC', 'wecom:a:b', 'wechat:x', 'wechat:a:b:c', '']) {
      const dispatch = { conversation: id as ConversationId, part: { text: '一', choices: [] }, key: 'k' };
      expect(await open.adapter.send(dispatch)).toEqual({ kind: 'undeliverable', why: 'gone' });
    }
  });
});

describe('a picture a person sent', () => {
  const PICTURE = { kind: 'file', id: '7', chat: 'first', name: 'a.jpg', bytes: new Uint8Array(2000).fill(9) } as const;

  test('is described first and fetched when wanted', async () => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.deliver(PICTURE));
    const body = reading.kind === 'messages' ? reading.messages[0]?.body : undefined;
    expect(body).toMatchObject({ kind: 'file', mediaType: 'image/jpeg', reference: 'media-7' });
    expect(open.fake.server.calls).toEqual([]);
    expect(await open.adapter.fetchFile?.('media-7', 2000)).toEqual(Buffer.from(PICTURE.bytes));
  });

  test('is not fetched beyond the limit, and may be gone', async () => {
    await using open = await openWechat();
    await open.read(open.fake.deliver(PICTURE));
    expect(await open.adapter.fetchFile?.('media-7', 1999)).toBe('too_large');
    expect(await open.adapter.fetchFile?.('media-8', 2000)).toBe('gone');
  });
});

describe('the menu', () => {
  test('is put below the chats at the start', async () => {
    await using open = await openWechat({ more: { WECHAT_MENU: '常见问题=topics;写申请=request' } });
    await open.adapter.start?.(async () => {});
    expect(open.fake.server.calls.at(-1)).toMatchObject({
      path: '/cgi-bin/menu/create',
      body: {
        button: [
          { type: 'click', name: '常见问题', key: 'topics' },
          { type: 'click', name: '写申请', key: 'request' },
        ],
      },
    });
  });

  test('is left alone where none is set', async () => {
    await using open = await openWechat();
    await open.adapter.start?.(async () => {});
    expect(open.fake.server.calls).toEqual([]);
  });
});

describe('settings', () => {
  test.each([
    ['WECHAT_AES_KEY', 'too-short'],
    ['WECHAT_TOKEN', 'has blanks in it'],
    ['WECHAT_CUSTOMER_MESSAGES', 'maybe'],
    ['WECHAT_MENU', '一=a;二=b;三=c;四=d'],
    ['WECHAT_MENU', '名字太长了放不下=a'],
    ['WECHAT_MENU', '没有值'],
    ['WECHAT_API_ROOT', 'nowhere'],
  ])('%s=%s is named, and its value is not shown', async (name, value) => {
    await using open = await openWechat();
    const opening = wechat.open({ ...open.fake.settings, [name]: value }, { now: () => NOON, fetch, log() {} });
    await expect(opening).rejects.toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(name) });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining(value) });
  });
});
