import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonMessage } from '../../contract/harness.ts';
import { ATTACKS } from '../_shared/xml-attacks.ts';
import { NOON, type OpenWechat, openWechat } from './open-wechat.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/wechat');
const HELLO: PersonMessage = { kind: 'text', id: '1', chat: 'first', text: '您好' };

describe('the check of the address', () => {
  test.each(['plain', 'safe'] as const)('gives the word back in %s mode', async (mode) => {
    await using open = await openWechat({ mode });
    const reading = await open.read(open.fake.check('6871239827312938712'));
    expect(reading).toMatchObject({ kind: 'messages', messages: [] });
    expect(await reading.answer.text()).toBe('6871239827312938712');
    expect(reading.answer.headers.get('content-type')).toContain('text/plain');
  });

  test.each([
    ['signed with another token', { token: 'guessed' }, 401],
    ['not signed', { signed: false }, 401],
    ['an hour old', { at: new Date(NOON.getTime() - 3_600_000) }, 401],
    ['an hour ahead', { at: new Date(NOON.getTime() + 3_600_000) }, 401],
  ])('%s gives nothing back', async (_name, change, status) => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.check('word', change));
    expect([reading.kind, reading.answer.status, await reading.answer.text()]).toEqual(['refused', status, '']);
  });

  test('a word that is markup is not given back', async () => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.check('<script>alert(1)</script>'));
    expect(await reading.answer.text()).toBe('');
  });
});

describe('a message', () => {
  test('within five minutes is fresh, beyond is stale', async () => {
    await using open = await openWechat();
    const at = (seconds: number) => open.fake.post('<xml></xml>', { at: new Date(NOON.getTime() - seconds * 1000) });
    expect((await open.read(at(300))).answer.status).toBe(400);
    expect((await open.read(at(301))).answer.status).toBe(401);
  });

  test('in plain text is refused where the account has a key, however well it is signed', async () => {
    await using open = await openWechat({ mode: 'safe' });
    const reading = await open.read(open.fake.post('<xml><MsgType>text</MsgType></xml>', { sealed: false }));
    expect(reading).toMatchObject({ kind: 'refused', why: 'plaintext' });
  });

  test('sealed is refused where the account has no key', async () => {
    await using open = await openWechat({ mode: 'plain' });
    const reading = await open.read(open.fake.post('<xml></xml>', { sealed: true }));
    expect(reading).toMatchObject({ kind: 'refused', why: 'sealed_for_another' });
  });

  test('sealed for another account or with another key is refused', async () => {
    await using open = await openWechat();
    const document = '<xml><MsgType>text</MsgType></xml>';
    const forAnother = await open.read(open.fake.post(document, { owner: 'wx0000000000000000' }));
    const otherKey = await open.read(open.fake.post(document, { aesKey: 'B'.repeat(43) }));
    expect([forAnother, otherKey]).toMatchObject([{ why: 'sealed_for_another' }, { why: 'sealed_for_another' }]);
  });

  test('that was changed on its way is refused', async () => {
    await using open = await openWechat();
    const genuine = open.fake.deliver(HELLO);
    const body = (await genuine.text())
      .replace('<![CDATA[A', '<![CDATA[B')
      .replace(/.{8}\]\]><\/Encrypt>/u, 'AAAAAAAA]]></Encrypt>');
    const changed = new Request(genuine.url, { method: 'POST', body });
    expect(await open.read(changed)).toMatchObject({ kind: 'refused', why: 'forged' });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('by %s is refused', async (method) => {
    await using open = await openWechat();
    const reading = await open.read(new Request('http://desk.example/hooks/wechat', { method, body: 'x' }));
    expect(reading.answer.status).toBe(405);
  });
});

describe('two accounts', () => {
  test('neither hears nor sends what is the other’s, and what they hear has other names', async () => {
    await using first = await openWechat();
    await using second = await openWechat({ appId: 'wx2222222222222222', token: 'thesecondtoken' });
    expect((await first.read(second.fake.deliver(HELLO))).answer.status).toBe(401);
    const hear = async ({ read, fake }: typeof first) => {
      const reading = await read(fake.deliver(HELLO));
      return reading.kind === 'messages' ? reading.messages : [];
    };
    const [own] = await hear(first);
    const [other] = await hear(second);
    expect([own?.conversation, other?.conversation]).toEqual(
      [first, second].map(({ fake }) => fake.conversation('first')),
    );
    expect(own?.id).not.toBe(other?.id);
    if (!other) throw new Error('the second account is heard');
    const part = { text: '您好', choices: [] };
    const sent = await first.adapter.send({ conversation: other.conversation, part, key: 'k' });
    expect(sent).toEqual({ kind: 'undeliverable', why: 'gone' });
    expect([first.fake.shown(), second.fake.shown()]).toEqual([[], []]);
  });
});

describe('payloads as the platform writes them', () => {
  const expected = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')) as Record<string, unknown>;
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.xml'));

  test('each fixture has its expectation', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(names)('%s', async (name) => {
    await using open = await openWechat();
    const reading = await open.read(open.fake.post(readFileSync(join(FIXTURES, name), 'utf8')));
    const messages = reading.kind === 'messages' ? reading.messages : reading.why;
    expect(messages).toEqual(expected[name]);
  });
});

describe('what nobody should send', () => {
  let open: OpenWechat;
  beforeAll(async () => {
    open = await openWechat({ mode: 'plain' });
  });
  afterAll(() => open[Symbol.asyncDispose]());

  test.each(Object.entries(ATTACKS))('in plain mode: %s', async (_name, document) => {
    const address = open.fake.post('').url;
    const reading = await open.read(new Request(address, { method: 'POST', body: document }));
    expect(reading.kind).toBe('refused');
    expect([400, 413]).toContain(reading.answer.status);
    expect(await reading.answer.text()).toBe('');
  });

  test('a body that goes on and on is not read to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const request = new Request(open.fake.post('').url, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await open.read(request)).answer.status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  const GOOD = {
    to: '<ToUserName>gh_1</ToUserName>',
    from: '<FromUserName>a</FromUserName>',
    at: '<CreateTime>1</CreateTime>',
    type: '<MsgType>text</MsgType>',
    content: '<Content>a</Content>',
    id: '<MsgId>1</MsgId>',
  };
  const write = (fields: Readonly<Record<string, string>>) => `<xml>${Object.values(fields).join('')}</xml>`;

  test('a document with all its fields is read', async () => {
    await using open = await openWechat();
    expect(await open.read(open.fake.post(write(GOOD)))).toMatchObject({ kind: 'messages', messages: [{}] });
  });

  test.each([
    ['no sender', { from: '' }],
    ['two senders', { from: GOOD.from + GOOD.from }],
    ['a sender that is a list', { from: '<FromUserName><item>a</item></FromUserName>' }],
    ['a sender that would break the conversation id', { from: '<FromUserName>a:b</FromUserName>' }],
    ['an id that is no number', { id: '<MsgId>1e3</MsgId>' }],
    ['no kind', { type: '' }],
    ['a text without its text', { content: '' }],
  ])('sealed well, but with %s', async (_name, change) => {
    await using open = await openWechat();
    expect(await open.read(open.fake.post(write({ ...GOOD, ...change })))).toMatchObject({
      kind: 'refused',
      why: 'malformed',
    });
  });
});
