import { describe, expect, test } from 'vitest';
import { wecom } from '../../../adapters/wecom/index.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { NOON, openWecom } from './open-wecom.ts';

describe('a message of the application', () => {
  test('reaches the member and comes back with the platform’s id', async () => {
    await using open = await openWecom();
    expect(await open.send('您的申请已经收到。')).toEqual({ kind: 'sent', platformId: 'msg-1' });
    expect(open.fake.shown()).toEqual([{ chat: 'first', text: '您的申请已经收到。', choices: [] }]);
  });

  test('said twice goes out twice: the platform is not asked to drop repeats', async () => {
    await using open = await openWecom();
    await open.send('请稍候。');
    await open.send('请稍候。');
    expect(open.fake.shown()).toHaveLength(2);
  });

  test('goes out with another token when the first has ended under way', async () => {
    await using open = await openWecom();
    await open.send('一');
    open.fake.server.endToken();
    expect(await open.send('二')).toMatchObject({ kind: 'sent' });
    expect(open.fake.server.calls.filter(({ path }) => path.endsWith('gettoken'))).toHaveLength(2);
  });

  test('that the platform took but gave to nobody is undeliverable', async () => {
    await using open = await openWecom();
    open.fake.hidden.add('LiLei');
    expect(await open.send('一')).toEqual({ kind: 'undeliverable', why: 'gone' });
    expect(open.fake.shown()).toEqual([]);
  });

  test.each([
    [-1, { kind: 'later', afterMs: null }],
    [45009, { kind: 'later', afterMs: 60_000 }],
    [45033, { kind: 'later', afterMs: null }],
    [60020, { kind: 'later', afterMs: 60_000 }],
    [81013, { kind: 'undeliverable', why: 'gone' }],
    [60111, { kind: 'undeliverable', why: 'gone' }],
    [48002, { kind: 'undeliverable', why: 'refused' }],
  ])('refused with %i', async (errcode, expected) => {
    await using open = await openWecom();
    open.fake.server.refuseNext(errcode);
    expect(await open.send('一')).toMatchObject(expected);
  });

  test('waits when the platform fails, breaks the line or gives no token', async () => {
    await using open = await openWecom();
    open.fake.failNext({ kind: 'server_error' });
    expect(await open.send('一')).toMatchObject({ kind: 'later', why: 'HTTP 502' });
    open.fake.failNext({ kind: 'cut_after_acceptance' });
    expect(await open.send('一')).toMatchObject({ kind: 'later' });
    const settings = { ...open.fake.settings, WECOM_SECRET: 'wrong' };
    const other = await wecom.open(settings, { now: () => NOON, fetch: globalThis.fetch, log() {} });
    const conversation = open.fake.conversation('first') as ConversationId;
    const sent = await other.send({ conversation, part: { text: '一', choices: [] }, key: 'k' });
    expect(sent).toMatchObject({ kind: 'later', why: 'no access token (40125)' });
  });

  test('for another company, application or channel goes nowhere', async () => {
    await using open = await openWecom();
    for (const id of ['wecom:ww0.1000002:LiLei', 'wecom:ww1a2b3c4d5e6f7890.9:LiLei', 'wechat:a:b', 'wecom:x', '']) {
      const dispatch = { conversation: id as ConversationId, part: { text: '一', choices: [] }, key: 'k' };
      expect(await open.adapter.send(dispatch)).toEqual({ kind: 'undeliverable', why: 'gone' });
    }
    expect(open.fake.server.calls).toEqual([]);
  });
});

describe('the menu', () => {
  test('is put below the application’s chat at the start', async () => {
    await using open = await openWecom({ more: { WECOM_MENU: '查进度=track' } });
    await open.adapter.start?.(async () => {});
    expect(open.fake.server.calls.at(-1)).toMatchObject({
      path: '/cgi-bin/menu/create',
      query: { agentid: '1000002' },
      body: { button: [{ type: 'click', name: '查进度', key: 'track' }] },
    });
  });
});

describe('a picture a member sent', () => {
  test('is fetched when wanted, not beyond the limit', async () => {
    await using open = await openWecom();
    const bytes = new Uint8Array(500).fill(3);
    await open.read(open.fake.deliver({ kind: 'file', id: '3', chat: 'first', name: 'a.jpg', bytes }));
    expect(await open.adapter.fetchFile?.('media-3', 500)).toEqual(Buffer.from(bytes));
    expect(await open.adapter.fetchFile?.('media-3', 499)).toBe('too_large');
    expect(await open.adapter.fetchFile?.('media-4', 500)).toBe('gone');
  });
});
