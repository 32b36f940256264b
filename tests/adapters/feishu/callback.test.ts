import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConversation, writeConversation } from '../../../adapters/feishu/conversation.ts';
import { feishu } from '../../../adapters/feishu/index.ts';
import { dose } from '../../dose.ts';
import { BOT_ID } from '../../fakes/feishu-api.ts';
import { describeJsonAttacks } from '../_shared/json-attacks.ts';
import { NOON, type OpenFeishu, openFeishu } from './open-feishu.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/feishu');
const ADDRESS = 'http://desk.example/hooks/feishu';
const challenge = (token = 'not-a-real-token') => ({ type: 'url_verification', token, challenge: 'ajls384k-djx98XX' });

describe('the check of the address', () => {
  test.each([
    ['signed', true],
    ['not signed, as the platform may send it', false],
  ])('%s gives the opened word back, without asking anybody', async (_name, signed) => {
    await using open = await openFeishu();
    const before = open.fake.api.server.calls.length;
    const reading = await open.read(open.fake.post(challenge(), { signed }));
    expect(reading).toMatchObject({ kind: 'messages', messages: [] });
    expect(await reading.answer.json()).toEqual({ challenge: 'ajls384k-djx98XX' });
    expect(open.fake.api.server.calls).toHaveLength(before);
  });

  test.each([
    ['with another token', challenge('guessed'), {}],
    ['sealed with another key', challenge(), { key: 'guessed-key' }],
    ['with no word to give back', { ...challenge(), challenge: '' }, {}],
  ])('%s gives nothing back', async (_name, asked, change) => {
    await using open = await openFeishu();
    const reading = await open.read(open.fake.post(asked, { ...change, signed: false }));
    expect([reading.answer.status, await reading.answer.text()]).toEqual([401, '']);
  });
});

describe('an event', () => {
  const HELLO = { kind: 'text', id: '1', chat: 'first', text: '您好' } as const;

  test('is acknowledged with an empty object, and replies are sent apart', async () => {
    await using open = await openFeishu();
    const reading = await open.read(open.fake.deliver(HELLO));
    expect(reading).not.toHaveProperty('carry');
    expect([reading.answer.status, await reading.answer.json()]).toEqual([200, {}]);
  });

  test('that is not sealed is refused, whatever token it carries', async () => {
    await using open = await openFeishu();
    const body = readFileSync(join(FIXTURES, 'text.json'), 'utf8');
    expect(await open.read(new Request(ADDRESS, { method: 'POST', body }))).toMatchObject({ why: 'unsigned' });
  });

  test('that is not signed is refused as any other unsigned call is', async () => {
    await using open = await openFeishu();
    const unsigned = await open.read(open.fake.post({ schema: '2.0' }, { signed: false }));
    const rubbish = await open.read(new Request(ADDRESS, { method: 'POST', body: '{"encrypt":"AAAA"}' }));
    expect(unsigned).toMatchObject({ kind: 'refused', why: 'unsigned' });
    expect(rubbish).toMatchObject({ kind: 'refused', why: 'unsigned' });
  });

  test.each([
    ['with another token', { token: 'guessed' }, 'forged'],
    ['of another application', { appId: 'cli_another' }, 'sealed_for_another'],
    ['six minutes old', { at: new Date(NOON.getTime() - 360_000) }, 'stale'],
    ['six minutes ahead', { at: new Date(NOON.getTime() + 360_000) }, 'stale'],
  ])('%s is refused', async (_name, change, why) => {
    await using open = await openFeishu();
    const reading = await open.read(open.fake.tell('im.message.receive_v1', {}, change));
    expect(reading).toMatchObject({ kind: 'refused', why });
    expect(reading.answer.status).toBe(401);
  });

  test('whose seal was exchanged under the same signature is refused', async () => {
    await using open = await openFeishu();
    const { headers } = open.fake.deliver(HELLO);
    const body = await open.fake.deliver({ ...HELLO, text: '退还押金' }).text();
    expect(await open.read(new Request(ADDRESS, { method: 'POST', headers, body }))).toMatchObject({ why: 'forged' });
  });

  test('by another method is refused', async () => {
    await using open = await openFeishu();
    expect((await open.read(new Request(ADDRESS))).answer.status).toBe(405);
  });

  test.each([
    ['no frame', { hello: 'there' }],
    ['a message without a sender', { event: { message: {} } }],
    ['a tap without a person', { event: { action: { value: {} } }, type: 'card.action.trigger' }],
  ])(
    'signed well but with %s is malformed',
    async (_name, { event, type = 'im.message.receive_v1', ...rest }: object & { event?: unknown; type?: string }) => {
      await using open = await openFeishu();
      const reading = await open.read(event ? open.fake.tell(type, event) : open.fake.post(rest));
      expect(reading).toMatchObject({ kind: 'refused', why: 'malformed' });
      expect(reading.answer.status).toBe(400);
    },
  );

  test('without a token in the settings is known by its seal and signature alone', async () => {
    await using open = await openFeishu({ more: { FEISHU_VERIFICATION_TOKEN: '' } });
    expect(await open.read(open.fake.deliver(HELLO))).toMatchObject({ messages: [{ body: { text: '您好' } }] });
  });
});

describe('payloads as the platform writes them', () => {
  const expected = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')) as Record<string, unknown>;
  const names = readdirSync(FIXTURES).filter((name) => name !== 'expected.json');

  test('each fixture has its expectation', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(names)('%s', async (name) => {
    await using open = await openFeishu();
    const reading = await open.read(open.fake.post(JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'))));
    expect(reading.kind === 'messages' ? reading.messages : reading.why).toEqual(expected[name]);
  });
});

describe('in a group', () => {
  const tellGroup = (open: OpenFeishu, openId: string) =>
    open.fake.tell('im.message.receive_v1', {
      sender: { sender_type: 'user', sender_id: { open_id: 'ou_first' } },
      message: {
        message_id: 'om_1',
        chat_id: 'oc_group',
        chat_type: 'group',
        message_type: 'text',
        content: '{"text":"@_user_1 @_user_10 在吗"}',
        mentions: [
          { key: '@_user_1', name: '小助手', id: { open_id: openId } },
          { key: '@_user_10', name: '韩梅梅', id: { open_id: 'ou_han' } },
        ],
      },
    });

  test('the bot hears its name, and nobody’s name is cut in half', async () => {
    await using open = await openFeishu();
    expect(await open.read(tellGroup(open, BOT_ID))).toMatchObject({ messages: [{ body: { text: '@韩梅梅 在吗' } }] });
    expect(await open.read(tellGroup(open, 'ou_li'))).toMatchObject({ messages: [] });
  });

  test('before the bot knows its own id, any name may be its own', async () => {
    await using open = await openFeishu();
    const other = await feishu.open(open.fake.settings, { now: () => NOON, fetch: globalThis.fetch, log() {} });
    expect(await other.read?.(tellGroup(open, 'ou_li'))).toMatchObject({ messages: [{ body: { text: '在吗' } }] });
  });
});

test('a conversation’s id leads back to it', () => {
  for (const member of [null, 'ou_1-a']) {
    const chat = { appId: 'cli_a1', chatId: 'oc_5-x', member };
    expect(parseConversation(writeConversation(chat))).toEqual(chat);
  }
});

test('nothing sealed well makes it stumble', async () => {
  await using open = await openFeishu();
  const content = fc.oneof(fc.json(), fc.string(), fc.constant('{"text":"\\ud800"}'));
  const kind = fc.constantFrom('text', 'post', 'image', 'file', 'audio', '__proto__', '');
  await fc.assert(
    fc.asyncProperty(content, kind, fc.jsonValue(), async (text, message_type, mentions) => {
      const message = {
        message_id: 'om_1',
        chat_id: 'oc_first',
        chat_type: 'p2p',
        message_type,
        content: text,
        mentions,
      };
      const sender = { sender_type: 'user', sender_id: { open_id: 'ou_first' } };
      const reading = await open.read(open.fake.tell('im.message.receive_v1', { sender, message }));
      expect([200, 400]).toContain(reading.answer.status);
    }),
    { seed: 20_261_123, numRuns: dose(500) },
  );
});

describeJsonAttacks(async () => {
  const open = await openFeishu();
  const before = open.fake.api.server.calls.length;
  return {
    read: (body) => open.read(open.fake.postText(body)),
    calls: () => open.fake.api.server.calls.length - before,
    close: async () => open[Symbol.asyncDispose](),
  };
});
