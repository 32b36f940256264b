import { afterEach, expect, test } from 'vitest';
import type { OutMessage } from '../../src/channel/message.ts';
import { LONG_TEXTS, offer } from './contract-turn.ts';
import type { ChannelHarness } from './harness.ts';
import { type OpenChannel, openChannel } from './open-channel.ts';

const HELLO: OutMessage = { kind: 'text', text: '办公室的答复。' };
const squeeze = (text: string) => text.replaceAll(/\s+/gu, '');

/** What becomes of lines the desk owes: whole, in order, once, or shown to staff. */
export function describeSending(harness: ChannelHarness): void {
  let channel: OpenChannel | undefined;
  const open = async () => {
    channel = await openChannel(harness);
    // On platforms that only let the desk answer, somebody has written before.
    await channel.say({ kind: 'text', id: '901', chat: 'first', text: '在吗' });
    await channel.say({ kind: 'text', id: '902', chat: 'second', text: '在吗' });
    const before = { first: channel.shownTo('first').length, second: channel.shownTo('second').length };
    const open = channel;
    return {
      ...open,
      sentTo: (chat: 'first' | 'second') => open.shownTo(chat).slice(before[chat]),
      said: (chat: 'first' | 'second') =>
        squeeze(
          open
            .shownTo(chat)
            .slice(before[chat])
            .map(({ text }) => text)
            .join(''),
        ),
    };
  };
  afterEach(() => channel?.close());

  test('a message reaches the conversation it is for', async () => {
    const { owe, said } = await open();
    await owe('second', HELLO);
    expect([said('first'), said('second')]).toEqual(['', squeeze('办公室的答复。')]);
  });

  test.each(Object.keys(LONG_TEXTS))('over-long %s arrives whole and in order', async (kind) => {
    const { owe, said, pipeline, forward } = await open();
    const text = LONG_TEXTS[kind] ?? '';
    await owe('first', { kind: 'text', text });
    for (let pause = 0; pause < 600 && said('first') !== squeeze(text); pause += 1) {
      forward(60_000);
      await pipeline.settle();
    }
    expect(said('first')).toBe(squeeze(text));
  });

  test('a card arrives with its title, every row and its text', async () => {
    const { owe, said } = await open();
    const rows = [
      { label: '编号', value: 'SPB-2026-000001' },
      { label: '提交', value: '2026-11-23' },
    ];
    await owe('first', { kind: 'card', title: '回执', rows, text: '请保存。' });
    for (const words of ['回执', '编号', 'SPB-2026-000001', '提交', '2026-11-23', '请保存。'])
      expect(said('first')).toContain(words);
  });

  test('what looks like markup arrives as it was written', async () => {
    const { owe, said } = await open();
    const text = '<b>第5条</b> & *重点* _x_ [链接](http://example.com) `代码` ]]> ~a~ #1 {name}';
    await owe('first', { kind: 'text', text });
    expect(said('first')).toBe(squeeze(text));
  });

  test('choices arrive as buttons, or as a numbered list', async () => {
    const { owe, sentTo } = await open();
    await owe('first', offer(3));
    const last = sentTo('first').at(-1);
    if (last?.choices.length) expect(last.choices.map(({ label }) => label)).toEqual(['选项1', '选项2', '选项3']);
    else for (const line of ['1. 选项1', '2. 选项2', '3. 选项3']) expect(last?.text).toContain(line);
  });

  test('more choices than any platform shows arrive as a numbered list', async () => {
    const { owe, said, sentTo } = await open();
    await owe('first', offer(60));
    expect(sentTo('first').flatMap(({ choices }) => choices)).toEqual([]);
    for (let n = 1; n <= 60; n += 1) expect(said('first')).toContain(`${n}.选项${n}`);
  });

  test('a label longer than any button arrives as a numbered list', async () => {
    const { owe, said, sentTo } = await open();
    const label = '很长的选项名称'.repeat(40);
    await owe('first', offer(2, label));
    expect(sentTo('first').flatMap(({ choices }) => choices)).toEqual([]);
    expect(said('first')).toContain(`1.${label}1`);
  });

  test('several messages arrive in the order they were said', async () => {
    const { owe, said } = await open();
    await owe('first', ...['一', '二', '三'].map((text): OutMessage => ({ kind: 'notice', text })));
    expect(said('first')).toBe('一二三');
  });

  test('when the platform has had too much, the message comes when it says, before those behind it', async () => {
    const { fake, owe, said, forward, pipeline } = await open();
    if (!fake.failNext({ kind: 'rate_limited', afterMs: 7000 })) return;
    await owe('first', HELLO, { kind: 'text', text: '第二句。' });
    expect(said('first')).toBe('');
    forward(120_000);
    await pipeline.settle();
    expect(said('first')).toBe('办公室的答复。第二句。');
  });

  test('a platform that fails is asked again', async () => {
    const { fake, owe, said, forward, pipeline } = await open();
    expect(fake.failNext({ kind: 'server_error' })).toBe(true);
    await owe('first', HELLO);
    forward(1000);
    await pipeline.settle();
    expect(said('first')).toBe('办公室的答复。');
  });

  test('a message taken just before the connection broke is not lost, nor doubled where the platform can tell', async () => {
    const { fake, owe, sentTo, forward, pipeline } = await open();
    expect(fake.failNext({ kind: 'cut_after_acceptance' })).toBe(true);
    await owe('first', HELLO);
    forward(1000);
    await pipeline.settle();
    expect(sentTo('first').map(({ text }) => text)).toEqual(Array(fake.dropsRepeats ? 1 : 2).fill(HELLO.text));
  });

  test('an access token that ends in the middle is renewed, and the message goes out at once', async () => {
    const { fake, owe, said } = await open();
    if (!fake.failNext({ kind: 'token_expired' })) return;
    await owe('first', HELLO);
    expect(said('first')).toBe('办公室的答复。');
  });

  test.each(['window_closed', 'blocked'] as const)(
    '%s: staff are shown it, and it is not tried again',
    async (kind) => {
      const { fake, owe, said, undelivered, forward, pipeline } = await open();
      if (!fake.failNext({ kind })) return;
      await owe('first', HELLO);
      forward(3_600_000);
      await pipeline.settle();
      // Some platforms say the same of one who blocked the desk and of one who is gone.
      expect(await undelivered()).toEqual([kind === 'blocked' ? expect.stringMatching(/^(?:blocked|gone)$/u) : kind]);
      expect(said('first')).toBe('');
    },
  );

  test('one conversation that is held up does not hold up the other', async () => {
    const { fake, owe, said } = await open();
    expect(fake.failNext({ kind: 'server_error' })).toBe(true);
    await owe('first', HELLO);
    await owe('second', HELLO);
    expect([said('first'), said('second')]).toEqual(['', '办公室的答复。']);
  });
}
