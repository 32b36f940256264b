import { expect } from 'vitest';
import type { OutMessage } from '../../src/channel/message.ts';
import { LONG_TEXTS, offer } from './contract-turn.ts';
import type { Chat, OpenChannel } from './harness.ts';
import type { Rule } from './rules.ts';

const HELLO: OutMessage = { kind: 'text', text: '办公室的答复。' };
const squeeze = (text: string) => text.replaceAll(/\s+/gu, '');

/** What becomes of lines the desk owes: whole, in order, once, or shown to staff. */
export function describeSending(rule: Rule, openChannel: () => Promise<OpenChannel>): void {
  const open = async () => {
    const channel = await openChannel();
    // On platforms that only let the desk answer, somebody has written before.
    await channel.say({ kind: 'text', id: '901', chat: 'first', text: '在吗' });
    await channel.say({ kind: 'text', id: '902', chat: 'second', text: '在吗' });
    const before = { first: channel.shownTo('first').length, second: channel.shownTo('second').length };
    const sentTo = (chat: Chat) => channel.shownTo(chat).slice(before[chat]);
    const said = (chat: Chat) =>
      squeeze(
        sentTo(chat)
          .map(({ text }) => text)
          .join(''),
      );
    return { ...channel, sentTo, said };
  };

  rule('a message reaches the conversation it is for', [], async () => {
    const { owe, said } = await open();
    await owe('second', HELLO);
    expect([said('first'), said('second')]).toEqual(['', squeeze('办公室的答复。')]);
  });

  rule('a correction changes what was sent where the channel can, and is said as one elsewhere', [], async () => {
    const { owe, said, store, conversation, capabilities } = await open();
    await owe('first', HELLO);
    const { seq } = await store.db
      .selectFrom('lines')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('conversation', '=', conversation('first'))
      .executeTakeFirstOrThrow();
    const corrects = { seq: Number(seq), text: '请以这句为准。' };
    await owe('first', { kind: 'text', text: '更正：请以这句为准。', corrects });
    expect(said('first')).toBe(capabilities.edit ? corrects.text : '办公室的答复。更正：请以这句为准。');
  });

  for (const [kind, text] of Object.entries(LONG_TEXTS))
    rule(`over-long ${kind} arrives whole and in order`, [], async () => {
      const { owe, said, settle, forward } = await open();
      await owe('first', { kind: 'text', text });
      for (let pause = 0; pause < 600 && said('first') !== squeeze(text); pause += 1) {
        forward(60_000);
        await settle();
      }
      expect(said('first')).toBe(squeeze(text));
    });

  rule('a card arrives with its title, every row and its text', [], async () => {
    const { owe, said } = await open();
    const rows = [
      { label: '编号', value: 'SPB-2026-000001' },
      { label: '提交', value: '2026-11-23' },
    ];
    await owe('first', { kind: 'card', title: '回执', rows, text: '请保存。' });
    for (const words of ['回执', '编号', 'SPB-2026-000001', '提交', '2026-11-23', '请保存。'])
      expect(said('first')).toContain(words);
  });

  rule('what looks like markup arrives as it was written', [], async () => {
    const { owe, said } = await open();
    const text = '<b>第5条</b> & *重点* _x_ [链接](http://example.com) `代码` ]]> ~a~ #1 {name}';
    await owe('first', { kind: 'text', text });
    expect(said('first')).toBe(squeeze(text));
  });

  rule('choices arrive as buttons, or as a numbered list', [], async () => {
    const { owe, sentTo } = await open();
    await owe('first', offer(3));
    const last = sentTo('first').at(-1);
    if (last?.choices.length) expect(last.choices.map(({ label }) => label)).toEqual(['选项1', '选项2', '选项3']);
    else for (const line of ['1. 选项1', '2. 选项2', '3. 选项3']) expect(last?.text).toContain(line);
  });

  rule('sixty choices arrive as buttons where there is room for them, else as a numbered list', [], async () => {
    const { owe, said, sentTo, capabilities } = await open();
    await owe('first', offer(60));
    const buttons = sentTo('first').flatMap(({ choices }) => choices);
    expect(buttons).toHaveLength(capabilities.choices.most >= 60 ? 60 : 0);
    if (buttons.length === 0) for (let n = 1; n <= 60; n += 1) expect(said('first')).toContain(`${n}.选项${n}`);
  });

  rule('a label too long for a button arrives in a numbered list', [], async () => {
    const { owe, said, sentTo, capabilities } = await open();
    const label = '很长的选项名称'.repeat(40);
    await owe('first', offer(2, label));
    const buttons = sentTo('first').flatMap(({ choices }) => choices);
    expect(buttons).toHaveLength(capabilities.choices.label.most >= label.length ? 2 : 0);
    if (buttons.length === 0) expect(said('first')).toContain(`1.${label}1`);
  });

  rule('where a statement comes from arrives with it', [], async () => {
    const { owe, said } = await open();
    const sources = [{ title: '《中华人民共和国政府信息公开条例》', article: '第三十三条', url: null }];
    await owe('first', { kind: 'text', text: '二十个工作日。', sources });
    expect(said('first')).toMatch(/二十个工作日。.*公开条例》.*第三十三条/u);
  });

  rule('what is owed while the channel is stopped arrives once it runs again', [], async () => {
    const { stop, restart, owe, said, settle } = await open();
    await stop();
    await owe('first', HELLO);
    expect(said('first')).toBe('');
    await restart();
    await settle();
    expect(said('first')).toBe('办公室的答复。');
  });

  rule('several messages arrive in the order they were said', [], async () => {
    const { owe, said } = await open();
    await owe('first', ...['一', '二', '三'].map((text): OutMessage => ({ kind: 'notice', text })));
    expect(said('first')).toBe('一二三');
  });

  rule(
    'when the platform has had too much, the message comes when it says, before those behind it',
    ['rate_limited'],
    async () => {
      const { failNext, owe, said, forward, settle } = await open();
      expect(failNext({ kind: 'rate_limited', afterMs: 7000 })).toBe(true);
      await owe('first', HELLO, { kind: 'text', text: '第二句。' });
      expect(said('first')).toBe('');
      forward(120_000);
      await settle();
      expect(said('first')).toBe('办公室的答复。第二句。');
    },
  );

  rule('a platform that fails, or a person who is away, is tried again', ['server_error'], async () => {
    const { failNext, owe, said, forward, settle } = await open();
    expect(failNext({ kind: 'server_error' })).toBe(true);
    await owe('first', HELLO);
    forward(1000);
    await settle();
    expect(said('first')).toBe('办公室的答复。');
  });

  rule(
    'a message taken just before the connection broke is not lost, nor doubled where the other side can tell',
    ['cut_after_acceptance'],
    async () => {
      const { failNext, owe, sentTo, forward, settle, dropsRepeats } = await open();
      expect(failNext({ kind: 'cut_after_acceptance' })).toBe(true);
      await owe('first', HELLO);
      forward(1000);
      await settle();
      expect(sentTo('first').map(({ text }) => text)).toEqual(Array(dropsRepeats ? 1 : 2).fill(HELLO.text));
    },
  );

  rule(
    'an access token that ends in the middle is renewed, and the message goes out at once',
    ['token_expired'],
    async () => {
      const { failNext, owe, said } = await open();
      expect(failNext({ kind: 'token_expired' })).toBe(true);
      await owe('first', HELLO);
      expect(said('first')).toBe('办公室的答复。');
    },
  );

  for (const kind of ['window_closed', 'blocked'] as const)
    rule(`${kind}: staff are shown it, and it is not tried again`, [kind], async () => {
      const { failNext, owe, said, undelivered, forward, settle } = await open();
      expect(failNext({ kind })).toBe(true);
      await owe('first', HELLO);
      forward(3_600_000);
      await settle();
      // Some platforms say the same of one who blocked the desk and of one who is gone.
      expect(await undelivered()).toEqual([kind === 'blocked' ? expect.stringMatching(/^(?:blocked|gone)$/u) : kind]);
      expect(said('first')).toBe('');
    });

  rule('one conversation that is held up does not hold up the other', ['server_error'], async () => {
    const { failNext, owe, said } = await open();
    expect(failNext({ kind: 'server_error' })).toBe(true);
    await owe('first', HELLO);
    await owe('second', HELLO);
    expect([said('first'), said('second')]).toEqual(['', '办公室的答复。']);
  });
}
