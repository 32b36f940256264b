import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConversation, writeConversation } from '../../../adapters/dingtalk/conversation.ts';
import { dose } from '../../dose.ts';
import { describeJsonAttacks } from '../_shared/json-attacks.ts';
import { NOON, openDingtalk } from './open-dingtalk.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/dingtalk');
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));

describe('a call', () => {
  test('is acknowledged with an empty object, and replies are sent apart', async () => {
    await using open = await openDingtalk();
    const reading = await open.hear();
    expect(reading).not.toHaveProperty('carry');
    expect([reading.answer.status, await reading.answer.json()]).toEqual([200, {}]);
  });

  test.each([
    ['signed with another secret', { secret: 'guessed' }, 'forged'],
    ['not signed', { signed: false }, 'unsigned'],
    ['six minutes old', { at: new Date(NOON.getTime() - 360_000) }, 'stale'],
    ['six minutes ahead', { at: new Date(NOON.getTime() + 360_000) }, 'stale'],
  ])('%s is refused', async (_name, change, why) => {
    await using open = await openDingtalk();
    const reading = await open.read(open.fake.post(fixture('text.json'), change));
    expect(reading).toMatchObject({ kind: 'refused', why });
    expect([reading.answer.status, await reading.answer.text()]).toEqual([401, '']);
  });

  test('by another method is refused', async () => {
    await using open = await openDingtalk();
    expect((await open.read(new Request('http://desk.example/hooks/dingtalk'))).answer.status).toBe(405);
  });

  test.each([
    ['nothing in it', {}],
    ['no sender', { ...(fixture('text.json') as object), senderId: undefined }],
    ['a text without words', { ...(fixture('text.json') as object), text: undefined }],
    ['an id that is no id', { ...(fixture('text.json') as object), msgId: '消息 1' }],
  ])('signed well but with %s is malformed', async (_name, payload) => {
    await using open = await openDingtalk();
    const reading = await open.read(open.fake.post(payload));
    expect(reading).toMatchObject({ kind: 'refused', why: 'malformed' });
    expect(reading.answer.status).toBe(400);
  });
});

describe('payloads as the platform writes them', () => {
  const expected = fixture('expected.json') as Record<string, unknown>;
  const names = readdirSync(FIXTURES).filter((name) => name !== 'expected.json');

  test('each fixture has its expectation', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(names)('%s', async (name) => {
    await using open = await openDingtalk();
    const reading = await open.read(open.fake.post(fixture(name)));
    expect(reading.kind === 'messages' ? reading.messages : reading.why).toEqual(expected[name]);
  });
});

test('nothing signed well makes it stumble', async () => {
  await using open = await openDingtalk();
  const whole = fixture('rich-text.json') as Record<string, unknown>;
  const key = fc.constantFrom(...Object.keys(whole));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, fc.jsonValue()), async (change) => {
      const reading = await open.read(open.fake.post({ ...whole, ...change }));
      expect([200, 400]).toContain(reading.answer.status);
    }),
    { seed: 20_261_123, numRuns: dose(500) },
  );
});

test('a conversation’s id leads back to it, whatever the platform’s ids hold', () => {
  const id = fc.stringMatching(/^[\x21-\x7e]{1,40}$/u);
  const robotCode = fc.constantFrom('dingrobot1', 'ding_2-x');
  const chat = fc.oneof(
    fc.record({ kind: fc.constant('member' as const), robotCode, userId: id }),
    fc.record({ kind: fc.constant('outsider' as const), robotCode, senderId: id }),
    fc.record({ kind: fc.constant('group' as const), robotCode, groupId: id, person: id }),
  );
  fc.assert(
    fc.property(chat, (one) => {
      expect(parseConversation(writeConversation(one))).toEqual(one);
    }),
    { seed: 20_261_123, numRuns: dose(500) },
  );
});

describeJsonAttacks(async () => {
  const open = await openDingtalk();
  return {
    read: (body) => open.read(open.fake.postText(body)),
    calls: () => open.fake.platform.server.calls.length,
    close: async () => open[Symbol.asyncDispose](),
  };
});
