import { expect, test } from 'vitest';
import { createSessions } from '../../../adapters/dingtalk/sessions.ts';
import type { ConversationId } from '../../../src/channel/message.ts';

const ROOT = 'https://oapi.dingtalk.com';
const conversation = (number: number) => `dingtalk:r:member:${number}` as ConversationId;
const address = (session: string) => `${ROOT}/robot/sendBySession?session=${session}`;

test('a session lasts until its time, and a newer one takes its place', () => {
  const clock = { at: 1000 };
  const sessions = createSessions({ root: ROOT, now: () => new Date(clock.at) });
  sessions.keep(conversation(1), { address: address('a'), endsAt: 2000 });
  sessions.keep(conversation(1), { address: address('b'), endsAt: 3000 });
  clock.at = 2999;
  expect(sessions.find(conversation(1))).toBe(address('b'));
  clock.at = 3000;
  expect(sessions.find(conversation(1))).toBeUndefined();
});

test('when ten thousand are kept, the one heard of longest ago goes', () => {
  const sessions = createSessions({ root: ROOT, now: () => new Date(0) });
  const keep = (number: number) => sessions.keep(conversation(number), { address: address('a'), endsAt: 1 });
  for (let number = 0; number < 10_000; number += 1) keep(number);
  keep(0);
  keep(10_000);
  expect([0, 1, 2, 10_000].map((number) => sessions.find(conversation(number)) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
