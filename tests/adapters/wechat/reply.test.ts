import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/channel/adapter.ts';
import { measureText } from '../../../src/channel/split-text.ts';
import type { PersonMessage } from '../../contract/harness.ts';
import { type OpenWechat, openWechat } from './open-wechat.ts';

const HELLO: PersonMessage = { kind: 'text', id: '1', chat: 'first', text: '多久答复' };
const NO_CUSTOMER_MESSAGES = { more: { WECHAT_CUSTOMER_MESSAGES: 'no' } };
const part = (text: string) => ({ text, choices: [] });

/** The reply that rides on the answer when these texts are owed. */
async function carry(open: OpenWechat, texts: readonly string[]): Promise<{ text: string; taken: number }> {
  const reading: Reading = await open.read(open.fake.deliver(HELLO));
  if (reading.kind === 'refused' || !reading.carry) throw new Error('a text can be replied to');
  const { answer, taken } = reading.carry(texts.map(part));
  return { text: open.fake.openReply(await answer.text()).text, taken };
}

describe('a reply that rides on the answer', () => {
  test.each(['plain', 'safe'] as const)('goes to the person who wrote, in %s mode', async (mode) => {
    await using open = await openWechat({ mode });
    const reading = await open.read(open.fake.deliver(HELLO));
    if (reading.kind === 'refused' || !reading.carry) throw new Error('a text can be replied to');
    const body = await reading.carry([part('二十个工作日内。')]).answer.text();
    expect(body.includes('二十个工作日')).toBe(mode === 'plain');
    expect(open.fake.openReply(body)).toEqual({
      to: open.fake.conversation('first').split(':').at(-1),
      text: '二十个工作日内。',
    });
  });

  test('takes several parts in one message, as many as fit', async () => {
    await using open = await openWechat();
    expect(await carry(open, ['一', '二'])).toEqual({ text: '一\n\n二', taken: 2 });
    const long = '长'.repeat(600);
    expect(await carry(open, ['短', long, '尾'])).toEqual({ text: `短\n\n${long}\n\n尾`, taken: 3 });
    expect(await carry(open, [long, long])).toEqual({ text: long, taken: 1 });
  });

  test('may hold any text, also what ends a section', async () => {
    await using open = await openWechat();
    expect(await carry(open, [']]></Content>&amp;<b>'])).toEqual({ text: ']]></Content>&amp;<b>', taken: 1 });
  });

  test('is not there for what asks for nothing', async () => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.deliver({ ...HELLO, kind: 'own' }));
    expect(reading).not.toHaveProperty('carry');
    expect(await reading.answer.text()).toBe('success');
  });

  test('that does not come in time leaves the platform its bare acknowledgement', async () => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.deliver(HELLO));
    expect(reading).not.toHaveProperty('answerLate');
    expect(await reading.answer.text()).toBe('success');
  });
});

describe('the word that asks for the rest', () => {
  test.each([
    ['继续', true],
    [' 继续\n', true],
    ['继续申请', false],
  ])('%j', async (text, asksForRest) => {
    await using open = await openWechat();
    expect(await open.read(open.fake.deliver({ ...HELLO, text }))).toMatchObject({ asksForRest });
  });
});

describe('an account that may not send customer-service messages', () => {
  test('says when more is to come, within the limit of a message', async () => {
    await using open = await openWechat(NO_CUSTOMER_MESSAGES);
    const full = '长'.repeat(666);
    const { text, taken } = await carry(open, [full, '尾'.repeat(20)]);
    expect(taken).toBe(1);
    expect(text).toMatch(/^长{666}\n\n.*回复“继续”/u);
    expect(measureText(text, 'bytes')).toBeLessThanOrEqual(2048);
    expect((await carry(open, ['一', '二'])).text).toBe('一\n\n二');
  });

  test('asks the person to write again when the reply does not come in time', async () => {
    await using open = await openWechat(NO_CUSTOMER_MESSAGES);
    const reading = await open.read(open.fake.deliver(HELLO));
    if (reading.kind === 'refused') throw new Error('a genuine delivery is read');
    expect(open.fake.openReply((await reading.answerLate?.text()) ?? '').text).toContain('回复“继续”');
    expect(await reading.answer.text()).toBe('success');
  });

  test('holds what cannot ride, and never calls the platform', async () => {
    await using open = await openWechat(NO_CUSTOMER_MESSAGES);
    expect(await open.send('通知')).toMatchObject({ kind: 'held' });
    expect(open.fake.server.calls).toEqual([]);
    expect(open.adapter.capabilities.proactive).toMatchObject({ messages: 0 });
  });
});
