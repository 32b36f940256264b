import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConversation, writeConversation } from '../../../adapters/telegram/conversation.ts';
import { describeJsonAttacks } from '../_shared/json-attacks.ts';
import { openTelegram } from './open-telegram.ts';

/** Shapes as in https://core.telegram.org/bots/api#update; people, groups and files are made up. */
const FIXTURES = join(import.meta.dirname, '../../fixtures/telegram');
const readFixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));
const names = readdirSync(FIXTURES).filter((name) => name !== 'expected.json');
const expected = readFixture('expected.json') as Readonly<Record<string, unknown>>;

describe('an update', () => {
  test.each(names)('%s', async (name) => {
    await using open = await openTelegram();
    const reading = await open.read(open.fake.post(readFixture(name)));
    expect(reading.kind === 'messages' && reading.messages).toEqual(expected[name.replace('.json', '')]);
    expect(reading.answer.status).toBe(200);
  });

  test('of a tapped button is answered with the call that stops its turning', async () => {
    await using open = await openTelegram();
    const { answer } = await open.read(open.fake.post(readFixture('button.json')));
    expect(await answer.json()).toEqual({ method: 'answerCallbackQuery', callback_query_id: '4382bfdwdsb323b2d9' });
    expect(open.fake.calls).toEqual([]);
  });

  test('asks for the name of the bot once, and only where somebody is named in a group', async () => {
    await using open = await openTelegram();
    await open.read(open.fake.post(readFixture('text.json')));
    expect(open.fake.calls).toEqual([]);
    for (let time = 0; time < 3; time++) await open.read(open.fake.post(readFixture('group-mention.json')));
    expect(open.fake.calls.map(({ method }) => method)).toEqual(['getMe']);
  });

  test('that names somebody is passed over while the name of the bot is not known, and heard later', async () => {
    await using open = await openTelegram();
    open.fake.breakMethod('getMe', 502);
    expect(await open.readMessages(open.fake.post(readFixture('group-mention.json')))).toEqual([]);
    expect(await open.readMessages(open.fake.post(readFixture('group-mention.json')))).toHaveLength(1);
  });

  test('is refused by its method, its size and its shape', async () => {
    await using open = await openTelegram();
    const status = async (request: Request) => (await open.read(request)).answer.status;
    expect(await status(new Request('https://desk.example/hooks/telegram'))).toBe(405);
    expect(await status(open.fake.post('x'.repeat(300_000)))).toBe(413);
    expect(await status(open.fake.post('{"update_id":"1"}'))).toBe(400);
    expect(await status(open.fake.post('{'))).toBe(400);
  });

  describeJsonAttacks(async () => {
    const open = await openTelegram();
    return {
      read: (body) => open.read(open.fake.post(body)),
      calls: () => open.fake.calls.length,
      close: async () => open[Symbol.asyncDispose](),
    };
  });
});

describe('a conversation', () => {
  test.each(['telegram:7:810000001', 'telegram:7:-1001900000007:0:8', 'telegram:7:-4100000009:42:8'])(
    '%s reads as it is written',
    (id) => {
      const chat = parseConversation(id);
      expect(chat && writeConversation(chat)).toBe(id);
    },
  );

  test.each(['', 'telegram', 'telegram:7', 'telegram:7:-5', 'telegram:7:8:0:9', 'telegram:a:8', 'slack:7:8'])(
    '"%s" is none of this channel',
    (id) => expect(parseConversation(id)).toBeUndefined(),
  );
});
