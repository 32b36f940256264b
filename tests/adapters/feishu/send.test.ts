import { describe, expect, test } from 'vitest';
import { feishu } from '../../../adapters/feishu/index.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { APP_ID } from '../../fakes/feishu-api.ts';
import { KEY, NOON, openFeishu } from './open-feishu.ts';

const GROUP = `feishu:${APP_ID}:oc_group:ou_first`;
const CHOICES = [
  { value: 'track', label: '查进度' },
  { value: 'request', label: '写申请' },
  { value: 'help', label: '帮助', aside: true as const },
];

test('the channel does not connect with credentials the platform refuses', async () => {
  await expect(openFeishu({ more: { FEISHU_APP_SECRET: 'wrong' } })).rejects.toMatchObject({ code: 'PLATFORM_AWAY' });
});

describe('a message of the bot', () => {
  test('reaches the chat and comes back with the platform’s id', async () => {
    await using open = await openFeishu();
    expect(await open.send('您的申请已经收到。')).toEqual({ kind: 'sent', platformId: 'om_sent1' });
    expect(open.fake.shown()).toEqual([{ chat: 'first', text: '您的申请已经收到。', choices: [] }]);
  });

  test('sent again with its key shows once, said again shows twice', async () => {
    await using open = await openFeishu();
    expect(await open.send('请稍候。')).toEqual(await open.send('请稍候。'));
    await open.send('请稍候。', { key: KEY.replace('3', '4') });
    expect(open.fake.shown()).toHaveLength(2);
  });

  test('is sent in the kind that shows text as written', async () => {
    await using open = await openFeishu();
    await open.send('**重点** <b>x</b> <at user_id="all"></at>');
    expect(open.fake.api.accepted[0]).toMatchObject({ msg_type: 'post', receive_id: 'oc_first', uuid: KEY });
    expect(JSON.parse(open.fake.api.accepted[0]?.content ?? '')).toEqual({
      zh_cn: { content: [[{ tag: 'text', text: '**重点** <b>x</b> <at user_id="all"></at>' }]] },
    });
  });

  test('with choices is a card that cannot be passed on; what only steers stands apart', async () => {
    await using open = await openFeishu();
    await open.send({ text: '请选一项：', choices: CHOICES });
    const card = JSON.parse(open.fake.api.accepted[0]?.content ?? '') as { elements: { actions?: unknown[] }[] };
    expect(card).toMatchObject({ config: { enable_forward: false } });
    expect(card.elements.map(({ actions }) => actions?.length)).toEqual([undefined, 2, 1]);
    expect(open.fake.shown()[0]?.choices.map(({ value }) => value)).toEqual(['track', 'request', 'help']);
  });

  test('in a group names the person it is for, with and without choices', async () => {
    await using open = await openFeishu();
    await open.send('好了。', { to: GROUP });
    await open.send({ text: '请选一项：', choices: CHOICES }, { to: GROUP, key: 'other' });
    const [text, card] = open.fake.api.accepted.map(({ content }) => content);
    expect(text).toContain('{"tag":"at","user_id":"ou_first"}');
    expect(card).toContain('<at id=ou_first></at>');
    expect(card).toContain('"group":true');
  });

  test('for another application or channel goes nowhere', async () => {
    await using open = await openFeishu();
    for (const to of ['feishu:cli_0:oc_first', 'wechat:a:b', 'feishu:x', ''])
      expect(await open.send('一', { to })).toEqual({ kind: 'undeliverable', why: 'gone' });
    expect(open.fake.api.accepted).toEqual([]);
  });
});

describe('what the platform answers', () => {
  test.each([
    [230020, { kind: 'later' }],
    [230049, { kind: 'later' }],
    [230027, { kind: 'later', afterMs: 60_000 }],
    [230013, { kind: 'undeliverable', why: 'blocked' }],
    [230053, { kind: 'undeliverable', why: 'blocked' }],
    [230002, { kind: 'undeliverable', why: 'gone' }],
    [230029, { kind: 'undeliverable', why: 'gone' }],
    [230028, { kind: 'undeliverable', why: 'refused' }],
    [99991672, { kind: 'later' }],
  ])('refused with %i', async (code, expected) => {
    await using open = await openFeishu();
    open.fake.api.refuseNext(code);
    expect(await open.send('一')).toMatchObject(expected);
    open.fake.api.refuseNext(code, 200);
    expect(await open.send('一')).toMatchObject(expected);
  });

  test('waits as long as it says', async () => {
    await using open = await openFeishu();
    open.fake.failNext({ kind: 'rate_limited', afterMs: 7000 });
    expect(await open.send('一')).toEqual({ kind: 'later', afterMs: 7000, why: 'refused (99991400)' });
  });

  test('waits when the platform fails, breaks the line or gives no token', async () => {
    await using open = await openFeishu();
    open.fake.failNext({ kind: 'server_error' });
    expect(await open.send('一')).toMatchObject({ kind: 'later', why: 'HTTP 502' });
    open.fake.failNext({ kind: 'cut_after_acceptance' });
    expect(await open.send('一')).toMatchObject({ kind: 'later' });
    const settings = { ...open.fake.settings, FEISHU_APP_SECRET: 'wrong' };
    const other = await feishu.open(settings, { now: () => NOON, fetch: globalThis.fetch, log() {} });
    const conversation = open.fake.conversation('first') as ConversationId;
    const sent = await other.send({ conversation, part: { text: '一', choices: [] }, key: 'k' });
    expect(sent).toMatchObject({ kind: 'later' });
    expect(JSON.stringify(sent)).not.toContain('wrong');
  });

  test('a token that has ended is asked for once more, and no oftener', async () => {
    await using open = await openFeishu();
    await open.send('一');
    open.fake.api.endToken();
    expect(await open.send('二', { key: 'other' })).toMatchObject({ kind: 'sent' });
    const tokens = open.fake.api.server.calls.filter(({ path }) => path.endsWith('tenant_access_token/internal'));
    expect(tokens).toHaveLength(2);
  });
});

describe('a file a person sent', () => {
  const FILE = { kind: 'file', id: '3', chat: 'first', name: '材料.pdf', bytes: new Uint8Array(500).fill(3) } as const;

  test('is fetched when wanted, not beyond the limit, with another token when the first has ended', async () => {
    await using open = await openFeishu();
    await open.read(open.fake.deliver(FILE));
    open.fake.api.endToken();
    expect(await open.adapter.fetchFile?.('om_3/file/file_3', 500)).toEqual(Buffer.from(FILE.bytes));
    expect(await open.adapter.fetchFile?.('om_3/file/file_3', 499)).toBe('too_large');
  });

  test('that the platform has no more, or never had, is gone', async () => {
    await using open = await openFeishu();
    expect(await open.adapter.fetchFile?.('om_3/file/file_4', 500)).toBe('gone');
    expect(await open.adapter.fetchFile?.('../../secrets', 500)).toBe('gone');
  });
});
