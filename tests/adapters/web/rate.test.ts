import { expect, test } from 'vitest';
import { openApp, post } from './open-app.ts';

const limits = { windowMs: 60_000, perConversation: 2, perAddress: 3 };

function openAt(clock: { at: number }) {
  const app = openApp({ limits, now: () => clock.at, trustedProxies: ['127.0.0.1'] });
  let count = 0;
  return async (conversation: string, address: string) => {
    count += 1;
    const response = await post(app, conversation, { id: `m${count}`, text: 'a' }, { 'x-forwarded-for': address });
    return [response.statusCode, response.headers['retry-after']];
  };
}

test('a conversation over its limit waits for the window to end', async () => {
  const clock = { at: 15_000 };
  const say = openAt(clock);
  expect(await say('a', '192.0.2.1')).toEqual([202, undefined]);
  expect(await say('a', '192.0.2.2')).toEqual([202, undefined]);
  expect(await say('a', '192.0.2.3')).toEqual([429, '45']);
  clock.at = 60_000;
  expect(await say('a', '192.0.2.3')).toEqual([202, undefined]);
});

test('one address cannot escape its limit with new conversations, and others are not touched', async () => {
  const say = openAt({ at: 0 });
  for (const conversation of ['a', 'b', 'c']) expect(await say(conversation, '192.0.2.1')).toEqual([202, undefined]);
  expect(await say('d', '192.0.2.1')).toEqual([429, '60']);
  expect(await say('d', '192.0.2.9')).toEqual([202, undefined]);
});

test('without a trusted proxy a forwarded address is not believed', async () => {
  const app = openApp({ limits });
  const codes: number[] = [];
  for (const index of [1, 2, 3, 4]) {
    const forwarded = { 'x-forwarded-for': `192.0.2.${index}` };
    codes.push((await post(app, `c${index}`, { id: 'm', text: 'a' }, forwarded)).statusCode);
  }
  expect(codes).toEqual([202, 202, 202, 429]);
});
