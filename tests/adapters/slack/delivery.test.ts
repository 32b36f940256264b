import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConversation, writeConversation } from '../../../adapters/slack/conversation.ts';
import { describeJsonAttacks } from '../_shared/json-attacks.ts';
import { NOON, openSlack } from './open-slack.ts';

/** Shapes as in https://docs.slack.dev/reference/events and .../interaction-payloads; people and words are made up. */
const FIXTURES = join(import.meta.dirname, '../../fixtures/slack');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));
const readFixture = (name: string) => readJson(name) as { form: boolean; payload: Record<string, unknown> };
const names = readdirSync(FIXTURES).filter((name) => name !== 'expected.json');
const expected = readJson('expected.json') as Readonly<Record<string, unknown>>;

describe('a delivery', () => {
  test.each(names)('%s', async (name) => {
    await using open = await openSlack();
    const { form, payload } = readFixture(name);
    const reading = await open.read(open.fake.post(payload, { form }));
    expect(reading.kind === 'messages' && reading.messages).toEqual(expected[name.replace('.json', '')]);
    expect(reading.answer.status).toBe(200);
  });

  test('that checks the address is answered with its word, once it is signed', async () => {
    await using open = await openSlack();
    const check = {
      token: 'not-used',
      challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P',
      type: 'url_verification',
    };
    const { kind, answer } = await open.read(open.fake.post(check));
    expect([kind, answer.status, await answer.text()]).toEqual(['messages', 200, check.challenge]);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect((await open.read(open.fake.post(check, { signed: false }))).answer.status).toBe(401);
    const markup = { ...check, challenge: '<script>alert(1)</script>' };
    expect(await (await open.read(open.fake.post(markup))).answer.text()).toBe('');
  });

  test('of a command typed in a channel is answered there for that person alone', async () => {
    await using open = await openSlack();
    const inChannel = await open.read(open.fake.post(readFixture('command.json').payload, { form: true }));
    expect(await inChannel.answer.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('私信'),
    });
    const inDirect = await open.read(open.fake.post(readFixture('command-alone.json').payload, { form: true }));
    expect(await inDirect.answer.text()).toBe('');
  });

  test('within five minutes is fresh, beyond is stale, either way', async () => {
    await using open = await openSlack();
    const status = async (seconds: number) => {
      const at = new Date(NOON.getTime() + seconds * 1000);
      return (await open.read(open.fake.post({ type: 'shortcut' }, { at }))).answer.status;
    };
    expect(await Promise.all([-300, -301, 300, 301].map(status))).toEqual([200, 401, 200, 401]);
  });

  test.each([
    ['no time', { 'x-slack-request-timestamp': '' }],
    ['a time that is none', { 'x-slack-request-timestamp': 'now' }],
    ['a signature cut short', { 'x-slack-signature': 'v0=abc' }],
    ['a signature of another version', { 'x-slack-signature': `v1=${'0'.repeat(64)}` }],
  ])('with %s is refused', async (_name, headers) => {
    await using open = await openSlack();
    const genuine = open.fake.post({ type: 'shortcut' });
    for (const [name, value] of Object.entries(headers)) genuine.headers.set(name, value);
    expect((await open.read(genuine)).answer.status).toBe(401);
  });

  test('signed with another secret, or changed on its way, is refused', async () => {
    await using open = await openSlack();
    const payload = { type: 'shortcut' };
    expect((await open.read(open.fake.post(payload, { secret: 'guessed' }))).answer.status).toBe(401);
    const { headers, url } = open.fake.post(payload);
    const changed = new Request(url, { method: 'POST', headers, body: JSON.stringify({ type: 'shortcuts' }) });
    expect(await open.read(changed)).toMatchObject({ kind: 'refused', why: 'forged' });
  });

  test('of another workspace with the same app is not ours', async () => {
    await using open = await openSlack();
    for (const name of ['dm-text.json', 'tap.json', 'command.json']) {
      const { form, payload } = readFixture(name);
      const other =
        'team' in payload ? { ...payload, team: { id: 'T0OTHER0001' } } : { ...payload, team_id: 'T0OTHER0001' };
      expect((await open.read(open.fake.post(other, { form }))).answer.status, name).toBe(401);
    }
  });

  test('is refused by its method, its size and its shape', async () => {
    await using open = await openSlack();
    const status = async (request: Request) => (await open.read(request)).answer.status;
    expect(await status(new Request('https://desk.example/hooks/slack'))).toBe(405);
    expect(await status(open.fake.post('x'.repeat(300_000)))).toBe(413);
    expect(await status(open.fake.post('{"type":"event_callback"}'))).toBe(400);
    expect(await status(open.fake.post({ payload: '{' }, { form: true }))).toBe(400);
  });

  test('is not taken over HTTP in Socket Mode', async () => {
    await using open = await openSlack({ mode: 'socket' });
    expect(
      (await open.read(open.fake.deliver({ kind: 'text', id: '1', chat: 'first', text: '您好' }))).answer.status,
    ).toBe(401);
  });

  describeJsonAttacks(async () => {
    const open = await openSlack();
    return {
      read: (body) => open.read(open.fake.post(body)),
      calls: () => open.fake.calls.length,
      close: async () => open[Symbol.asyncDispose](),
    };
  });
});

describe('a conversation', () => {
  test.each(['slack:T0DESK00001:U0FIRST0001', 'slack:T0DESK00001:C0SQUARE001:1795400020.000100:U0SECOND002'])(
    '%s reads as it is written',
    (id) => {
      const chat = parseConversation(id);
      expect(chat && writeConversation(chat)).toBe(id);
    },
  );

  test.each([
    '',
    'slack',
    'slack:T0',
    'slack:T0:C0',
    'slack:T0:C0:U0',
    'slack:T0:D0:1.2:U0',
    'slack:T0:U0:U0',
    'telegram:7:8',
  ])('"%s" is none of this channel', (id) => expect(parseConversation(id)).toBeUndefined());
});
