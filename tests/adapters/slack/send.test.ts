import { describe, expect, test } from 'vitest';
import { slack } from '../../../adapters/slack/index.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { KEY, NOON, openSlack } from './open-slack.ts';

const THREAD = 'slack:T0DESK00001:C0SQUARE001:1795400020.000100:U0SECOND002';

describe('a message', () => {
  test('reaches the person in their direct chat, and the platform says under which name', async () => {
    await using open = await openSlack();
    expect(await open.send('您的申请已经收到。')).toEqual({
      kind: 'sent',
      platformId: 'D0FIRST0001:1700000000.000001',
    });
    expect(open.fake.shown()).toEqual([{ chat: 'first', text: '您的申请已经收到。', choices: [] }]);
    expect(open.fake.calls[0]?.body).toMatchObject({
      channel: 'U0FIRST0001',
      client_msg_id: KEY,
      unfurl_links: 'false',
    });
  });

  test('in a channel goes into the thread it answers', async () => {
    await using open = await openSlack();
    await open.send('您好', { conversation: THREAD });
    expect(open.fake.calls[0]?.body).toMatchObject({ channel: 'C0SQUARE001', thread_ts: '1795400020.000100' });
  });

  test('is shown letter by letter, with addresses that can be followed', async () => {
    await using open = await openSlack();
    await open.send('*不加粗* :smile: <@U1> & 网址https://www.example.gov.cn/a?b=1&c=2。见下');
    const { blocks, text } = open.fake.calls[0]?.body ?? {};
    expect(JSON.parse(blocks ?? '')).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '*不加粗* :smile: <@U1> & 网址' },
              { type: 'link', url: 'https://www.example.gov.cn/a?b=1&c=2' },
              { type: 'text', text: '。见下' },
            ],
          },
        ],
      },
    ]);
    expect(text).toContain('&lt;@U1&gt; &amp; 网址');
  });

  test('has its buttons in a row, and those that only steer in another', async () => {
    await using open = await openSlack();
    await open.send('请选择：', {
      choices: [
        { value: 'a', label: '本人' },
        { value: 'form/back', label: '上一步', aside: true },
        { value: 'b', label: '单位' },
      ],
    });
    const blocks = JSON.parse(open.fake.calls[0]?.body.blocks ?? '') as { elements: { text?: { text: string } }[] }[];
    expect(blocks.slice(1).map(({ elements }) => elements.map(({ text }) => text?.text))).toEqual([
      ['本人', '单位'],
      ['上一步'],
    ]);
  });

  test('sent again under its key shows once', async () => {
    await using open = await openSlack();
    open.fake.failNext({ kind: 'cut_after_acceptance' });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: null });
    expect(await open.send('一')).toMatchObject({ kind: 'sent' });
    expect(open.fake.shown()).toHaveLength(1);
  });

  test('of blanks is nothing to send', async () => {
    await using open = await openSlack();
    expect(await open.send('\n\n')).toEqual({ kind: 'sent', platformId: null });
    expect(open.fake.calls).toEqual([]);
  });

  test.each([
    ['messages_tab_disabled', { kind: 'undeliverable', why: 'blocked' }],
    ['restricted_action', { kind: 'undeliverable', why: 'blocked' }],
    ['channel_not_found', { kind: 'undeliverable', why: 'gone' }],
    ['user_disabled', { kind: 'undeliverable', why: 'gone' }],
    ['is_archived', { kind: 'undeliverable', why: 'gone' }],
    ['invalid_blocks', { kind: 'undeliverable', why: 'refused' }],
    ['a_word_to_come', { kind: 'undeliverable', why: 'refused' }],
    ['token_revoked', { kind: 'later', afterMs: null }],
    ['account_inactive', { kind: 'later', afterMs: null }],
    ['missing_scope', { kind: 'later', afterMs: null }],
    ['internal_error', { kind: 'later', afterMs: null }],
    ['ratelimited', { kind: 'later', afterMs: null }],
  ])('refused with %s', async (error, expected) => {
    await using open = await openSlack();
    open.fake.refuseNext(error);
    expect(await open.send('一')).toMatchObject(expected);
    expect(open.fake.shown()).toEqual([]);
    expect(open.logged).toEqual([`slack_refused {"error":"${error}"}`]);
  });

  test('waits as long as the platform says, without a second call of its own', async () => {
    await using open = await openSlack();
    open.fake.failNext({ kind: 'rate_limited', afterMs: 7000 });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: 7000 });
    open.fake.failNext({ kind: 'server_error' });
    expect(await open.send('一')).toMatchObject({ kind: 'later', afterMs: null, why: 'HTTP 503' });
    expect(open.fake.calls).toHaveLength(2);
  });

  test('waits when the platform is away, and what is said about it holds no token and no word of it', async () => {
    await using open = await openSlack();
    await open.fake.stop();
    const sent = await open.send('一句私事');
    expect(sent).toMatchObject({ kind: 'later', afterMs: null });
    expect(JSON.stringify([sent, open.logged])).not.toMatch(/xoxb|私事/u);
  });

  test('for another workspace or another channel goes nowhere', async () => {
    await using open = await openSlack();
    for (const conversation of ['slack:T0OTHER0001:U0FIRST0001', 'telegram:8:810000001', 'slack:x', '']) {
      expect(await open.send('一', { conversation })).toEqual({ kind: 'undeliverable', why: 'gone' });
    }
    expect(open.fake.calls).toEqual([]);
  });
});

describe('a file a person sent', () => {
  const BYTES = new Uint8Array(2000).fill(9);

  test('is fetched when wanted, up to the limit', async () => {
    await using open = await openSlack();
    open.fake.files.set('F0NOTICE001', { bytes: BYTES });
    expect(await open.adapter.fetchFile?.('F0NOTICE001', 2000)).toEqual(Buffer.from(BYTES));
    expect(await open.adapter.fetchFile?.('F0NOTICE001', 1999)).toBe('too_large');
    expect(await open.adapter.fetchFile?.('F0ANOTHER01', 2000)).toBe('gone');
  });

  test.each(['https://files.slack.com.example.org/f', 'http://files.slack.com/f', 'http://169.254.169.254/latest'])(
    'that is said to lie at %s is not asked for there: the token stays with us',
    async (address) => {
      await using open = await openSlack();
      open.fake.files.set('F0NOTICE001', { bytes: BYTES, address });
      const asked: string[] = [];
      const adapter = await slack.open(open.fake.settings, {
        now: () => new Date(0),
        log() {},
        fetch: (input, init) => {
          asked.push(new URL(input instanceof Request ? input.url : input).host);
          return globalThis.fetch(input, init);
        },
      });
      expect(await adapter.fetchFile?.('F0NOTICE001', 5000)).toBe('gone');
      expect(asked).toEqual([new URL(open.fake.settings.SLACK_API_URL ?? '').host]);
    },
  );

  test('that may not be read is gone; a platform in trouble is asked again', async () => {
    await using open = await openSlack();
    open.fake.breakMethod('files.info', 'file_deleted');
    expect(await open.adapter.fetchFile?.('F0NOTICE001', 2000)).toBe('gone');
    for (const trouble of ['internal_error', 'missing_scope', 503]) {
      open.fake.breakMethod('files.info', trouble);
      await expect(open.adapter.fetchFile?.('F0NOTICE001', 2000)).rejects.toMatchObject({ code: 'TURN_FAILED' });
    }
  });
});

describe('the settings', () => {
  const services = { now: () => NOON, fetch: globalThis.fetch, log() {} };
  const GOOD = {
    SLACK_TEAM_ID: 'T0DESK00001',
    SLACK_BOT_TOKEN: 'xoxb-aaaaaaaaaaaa',
    SLACK_SIGNING_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaa',
  };

  test.each([
    ['nothing', {}, ['SLACK_TEAM_ID: missing', 'SLACK_BOT_TOKEN: missing']],
    ['no secret of any kind', { ...GOOD, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET: missing']],
    ['a person’s token', { ...GOOD, SLACK_BOT_TOKEN: 'xoxp-aaaaaaaaaaaa' }, ['SLACK_BOT_TOKEN: malformed']],
    ['an app token of another kind', { ...GOOD, SLACK_APP_TOKEN: 'xoxb-aaaaaaaaaaaa' }, ['SLACK_APP_TOKEN: malformed']],
    ['a name for an id', { ...GOOD, SLACK_TEAM_ID: 'desk' }, ['SLACK_TEAM_ID: malformed']],
  ])('%s is refused by name, and no value is shown', async (_name, values, messages) => {
    const failure = await slack.open(values, services).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'CONFIG_INVALID' });
    for (const message of messages) expect(String(failure)).toContain(message);
    expect(String(failure)).not.toContain('aaaa');
  });

  test('of one workspace have nothing of another: it is neither heard nor written to', async () => {
    await using first = await openSlack();
    const other = await slack.open({ ...first.fake.settings, SLACK_TEAM_ID: 'T0OTHER0001' }, services);
    const payload = {
      team_id: 'T0OTHER0001',
      user_id: 'U0FIRST0001',
      channel_id: 'D0X',
      command: '/disclosure',
      trigger_id: '1.2',
    };
    const reading = await other.read?.(first.fake.post(payload, { form: true }));
    expect(reading).toMatchObject({ kind: 'messages', messages: [{ conversation: 'slack:T0OTHER0001:U0FIRST0001' }] });
    expect((await first.read(first.fake.post(payload, { form: true }))).kind).toBe('refused');
    const send = (conversation: string) =>
      other.send({
        conversation: conversation as ConversationId,
        part: { text: '一', choices: [] },
        key: conversation,
      });
    expect(await send('slack:T0OTHER0001:U0FIRST0001')).toMatchObject({ kind: 'sent' });
    expect(await send('slack:T0DESK00001:U0FIRST0001')).toEqual({ kind: 'undeliverable', why: 'gone' });
    await other.stop();
  });
});
