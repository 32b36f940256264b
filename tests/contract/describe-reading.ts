import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { dose } from '../dose.ts';
import type { ChannelUnderTest, Forgery, OpenChannel, OpenOptions, PersonMessage } from './harness.ts';
import type { Rule } from './rules.ts';

const HELLO = { kind: 'text', id: '1', chat: 'first', text: '公开申请多久答复' } as const satisfies PersonMessage;
const FORGERIES: readonly Forgery[] = ['bad', 'missing', 'stale', 'other_channel'];
/** Bodies tried; `DESK_TEST_DOSE=100000` is the full dose. */
const RUBBISH = 200;
const FILE = Buffer.from('%PDF-1.4 a scanned letter');
/** What people paste and hostile people type; one line each, in characters every envelope can carry. */
const TEXTS: Readonly<Record<string, string>> = {
  'ten thousand characters': '求'.repeat(10_000),
  'marks nobody sees': '多久\u200b答\u202e复\u2066\ufeff吗\u2069',
  'markup and SQL': `<script>alert(1)</script> <b>&amp;</b> ]]> '; drop table lines; --`,
  'the names of prototypes': '__proto__ constructor {"__proto__":{"admin":true}}',
  'characters outside the basic plane': '👨‍👩‍👧‍👦 𠮷野家 🇨🇳',
};

/** Bodies that are nothing a platform sends, the same ones in every run. */
function makeRubbish(count: number): (string | Uint8Array<ArrayBuffer>)[] {
  const seeds = ['', '{', '[]', 'null', '{"__proto__":{"x":1}}', '<xml/>', '<xml><Encrypt/></xml>', '"\ud800"', '\0'];
  const random = Array.from({ length: count }, (_, index) => createHash('sha512').update(`${index}`).digest());
  return [...seeds, ...random.map((bytes) => new Uint8Array(bytes))];
}

/** What a channel makes of what comes in, before anything is done about it. */
export function describeReading(
  channel: ChannelUnderTest,
  rule: Rule,
  open: (options?: OpenOptions) => Promise<OpenChannel>,
): void {
  for (const missing of channel.required)
    rule(`does not start without ${missing}`, ['settings'], async () => {
      await expect(channel.openWithout(missing)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    });

  rule('a text comes in whole, with its conversation', [], async () => {
    const { say, heard, conversation } = await open();
    await say(HELLO);
    expect(heard()).toMatchObject([{ conversation: conversation('first'), body: { kind: 'text', text: HELLO.text } }]);
  });

  for (const [what, text] of Object.entries(TEXTS))
    rule(`${what} come in whole, and are answered`, [], async () => {
      const { say, heard, replies } = await open();
      await say({ ...HELLO, text });
      expect(heard()).toMatchObject([{ body: { kind: 'text', text } }]);
      expect(await replies('first')).toHaveLength(1);
    });

  rule('a message has the same id whenever it is delivered, and no other has it', ['redelivery'], async () => {
    const { deliver, settle, heard, breakTurns, forward } = await open();
    breakTurns(true);
    await deliver(HELLO);
    await settle();
    forward(60_000);
    await deliver(HELLO);
    await settle();
    // In the other conversation: in this one it would wait for the first.
    await deliver({ ...HELLO, id: '2', chat: 'second' });
    await settle();
    const ids = heard().map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(2);
  });

  rule('the other conversation is another one', [], async () => {
    const { say, replies, conversation } = await open();
    expect(conversation('first')).not.toBe(conversation('second'));
    await say({ ...HELLO, chat: 'second' });
    expect([await replies('first'), await replies('second')]).toEqual([[], [`1: ${HELLO.text}`]]);
  });

  for (const how of FORGERIES)
    rule(`a delivery with a ${how} signature is refused with 401, says nothing and reaches nobody`, [how], async () => {
      const { deliverForged, settle, heard, store } = await open();
      const answered = await deliverForged(HELLO, how);
      expect(answered.status).toBe(401);
      expect(answered.text).not.toContain('公开申请');
      await settle();
      expect(heard()).toEqual([]);
      expect(await store.db.selectFrom('inbox').selectAll().execute()).toEqual([]);
    });

  rule('a body changed on the way is refused', ['signed_body'], async () => {
    const { deliverBody, settle, heard } = await open();
    const change = (body: string) =>
      body.replace('公开申请', '退还押金').replace(/(?<=Encrypt>(?:<!\[CDATA\[)?|"encrypt":")\w/u, '_');
    expect((await deliverBody(HELLO, change)).accepted).toBe(false);
    await settle();
    expect(heard()).toEqual([]);
  });

  rule('rubbish in place of a delivery is refused without a stir', ['envelope'], async () => {
    const { deliverBody, settle, heard } = await open();
    for (const body of makeRubbish(dose(RUBBISH)))
      expect([200, 400, 401, 413, 415]).toContain((await deliverBody(HELLO, () => body)).status);
    await settle();
    expect(heard()).toEqual([]);
  });

  rule('ten megabytes are refused', ['envelope'], async () => {
    const { deliverBody, settle, heard } = await open();
    const { accepted } = await deliverBody(HELLO, () => new Uint8Array(10_000_000).fill(0x61));
    expect(accepted).toBe(false);
    await settle();
    expect(heard()).toEqual([]);
  });

  rule('its own messages are none of its business', ['own_messages'], async () => {
    const { say, heard } = await open();
    await say({ kind: 'own', id: '1', chat: 'first', text: '您好' });
    expect(heard()).toEqual([]);
  });

  rule('something it cannot read is told as such, and answered', ['unsupported'], async () => {
    const { say, heard, replies } = await open();
    await say({ kind: 'unsupported', id: '1', chat: 'first' });
    expect(heard().map(({ body }) => body.kind)).toEqual(['unsupported']);
    expect(await replies('first')).toEqual(['1: unsupported']);
  });

  rule('a file is described first and fetched on demand, never more of it than allowed', ['files'], async () => {
    const { say, heard, fetchFile } = await open();
    await say({ kind: 'file', id: '1', chat: 'first', name: '来信.pdf', bytes: FILE });
    const body = heard()[0]?.body;
    if (body?.kind !== 'file') throw new Error(`a file came as ${body?.kind}`);
    expect(Buffer.from((await fetchFile(body.reference, 1000)) as Uint8Array)).toEqual(FILE);
    expect(await fetchFile(body.reference, 5)).toBe('too_large');
  });
}
