import { expect } from 'vitest';
import { loadState, readLines, readSetAside } from '../../src/store/index.ts';
import { pickNaughtyStrings } from '../naughty-strings.ts';
import type { ChannelUnderTest, OpenChannel, OpenOptions, PersonMessage } from './harness.ts';
import type { Rule } from './rules.ts';

const HELLO = { kind: 'text', id: '1', chat: 'first', text: '你好' } as const satisfies PersonMessage;
const IDENTITY = '210102199003074514';

/** A text without what screens break lines with. */
const readSigns = (text: string) => text.replaceAll(/\s+/gu, '');

/** What becomes of deliveries: kept, acknowledged, handled once and in order. */
export function describeReceiving(
  { lacks }: ChannelUnderTest,
  rule: Rule,
  open: (options?: OpenOptions) => Promise<OpenChannel>,
): void {
  /** Whether a message is accepted although it cannot be handled now. */
  const keepsFirst = lacks.early_ack === undefined;

  rule('a message is answered, once', [], async () => {
    const { say, replies } = await open();
    expect((await say(HELLO)).accepted).toBe(true);
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  rule('texts known to break programs arrive as they were typed, and are answered', [], async () => {
    const { say, heard, shownTo, settle, forward } = await open();
    const texts = pickNaughtyStrings();
    for (const [index, text] of texts.entries()) {
      await say({ kind: 'text', id: `${index + 1}`, chat: 'first', text });
      // Nobody types faster than platforms and the page allow.
      forward(2000);
      await settle();
    }
    // Platforms cut off blanks at the ends, and some do.
    expect(heard().map(({ body }) => (body.kind === 'text' ? body.text.trim() : body.kind))).toEqual(
      texts.map((text) => text.trim()),
    );
    const shown = shownTo('first').map(({ text }) => readSigns(text));
    // Long numbers are masked before they are stored, as they may be somebody's; a terminal has what steers it spelt out.
    const echoed = texts.filter((text) => !/\d{15}|\p{Cc}/u.test(text));
    expect(echoed.filter((text) => !shown.some((each) => each.includes(readSigns(text))))).toEqual([]);
  });

  rule('the same delivery again, at once and later, has one effect', ['redelivery'], async () => {
    const { deliver, say, replies } = await open();
    const answers = await Promise.all([1, 2, 3].map(() => deliver(HELLO)));
    await say(HELLO);
    expect(answers.map(({ accepted }) => accepted)).toEqual([true, true, true]);
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  rule('a delivery is acknowledged although its handling hangs', ['early_ack'], async () => {
    const { promise: mended, resolve } = Promise.withResolvers<void>();
    const { deliver, replies, settle } = await open({
      changeDesk: (desk) => ({ ...desk, receive: async (inbound) => mended.then(() => desk.receive(inbound)) }),
    });
    expect((await deliver(HELLO)).accepted).toBe(true);
    expect(await replies('first')).toEqual([]);
    resolve();
    await settle();
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  rule('a message whose handling failed is handled when it is delivered again', ['redelivery'], async () => {
    const { say, breakTurns, replies, forward, settle } = await open();
    breakTurns(true);
    expect((await say(HELLO)).accepted).toBe(keepsFirst);
    breakTurns(false);
    forward(1000);
    expect((await say(HELLO)).accepted).toBe(true);
    await settle();
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  rule('after a failure the conversation goes on', [], async () => {
    const { say, breakTurns, replies, forward, settle } = await open();
    breakTurns(true);
    await say(HELLO);
    breakTurns(false);
    forward(60_000);
    await settle();
    await say({ ...HELLO, id: '2', text: '还在吗' });
    expect((await replies('first')).at(-1)).toMatch(/: 还在吗$/u);
  });

  rule('five failures set a message aside, staff are told, and the conversation goes on', ['redelivery'], async () => {
    const { say, breakTurns, replies, forward, store } = await open();
    breakTurns(true);
    for (let time = 0; time < 6; time += 1) {
      await say(HELLO);
      forward(60_000);
    }
    breakTurns(false);
    await say({ ...HELLO, id: '2', text: '还在吗' });
    expect(await replies('first')).toEqual(['抱歉，请打办公室：024-1234567', '1: 还在吗']);
    expect(await readSetAside(store)).toHaveLength(1);
  });

  rule('a conversation is handled in the order its messages came', [], async () => {
    const { deliver, settle, replies } = await open();
    const texts = ['一', '二', '三', '四', '五'];
    await Promise.all(texts.map((text, index) => deliver({ ...HELLO, id: `${index + 1}`, text })));
    await settle();
    expect((await replies('first')).map((line) => line.slice(0, 2))).toEqual(['1:', '2:', '3:', '4:', '5:']);
  });

  rule('a button, its number and its label mean the same', [], async () => {
    const { say, replies } = await open();
    const value = 'answer/pick-2';
    await say({ ...HELLO, id: '1', text: 'offer 3' });
    await say({ kind: 'choice', id: '2', chat: 'first', value, label: '选项2', number: 2 });
    await say({ ...HELLO, id: '3', text: 'offer 3' });
    await say({ ...HELLO, id: '4', text: '2' });
    await say({ ...HELLO, id: '5', text: 'offer 3' });
    await say({ ...HELLO, id: '6', text: '选项2' });
    expect((await replies('first')).filter((text) => text.startsWith('选了'))).toEqual(Array(3).fill(`选了 ${value}`));
  });

  rule('an identity number typed unasked is masked before the turn hears it, and the person is told', [], async () => {
    const { say, heard, replies, store, conversation } = await open();
    await say({ ...HELLO, text: `我的身份证是${IDENTITY}` });
    const [told, echoed] = await replies('first');
    expect(told).toBe('证件号码已打上星号');
    expect(echoed).not.toContain(IDENTITY);
    const key = { channel: heard()[0]?.channel ?? '', conversation: conversation('first') };
    const kept = [await loadState(store, key), await readLines(store, key, { after: 0 })];
    expect(kept[1]).toHaveLength(3);
    expect(JSON.stringify(kept)).not.toContain(IDENTITY);
  });

  rule('stopping finishes what is in hand and takes nothing more', [], async () => {
    const { deliver, stop, replies } = await open();
    expect((await deliver(HELLO)).accepted).toBe(true);
    await stop();
    expect(await replies('first')).toEqual(['1: 你好']);
    expect((await deliver({ ...HELLO, id: '2' })).accepted).toBe(false);
    expect(await replies('first')).toEqual(['1: 你好']);
  });
}
