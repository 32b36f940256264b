import { describe, expect, test } from 'vitest';
import { asAccount, listAccounts, listMissing, nameChannel } from '../../src/channel/accounts.ts';
import type { Inbound } from '../../src/channel/message.ts';
import { plainMessage } from '../delivery/platform/pipeline-under-test.ts';
import { createPlainAdapter, readingOf } from '../delivery/platform/plain-adapter.ts';

const setting = (name: string, required: boolean) => ({ name, meaning: '', required, secret: true });
const SETTINGS = [setting('PLAIN_TOKEN', true), setting('PLAIN_KEY', true), setting('PLAIN_OAUTH_2', false)];

describe('a second account is only configuration', () => {
  test('settings ending in _2 are its own, under the names the adapter knows', () => {
    const values = { PLAIN_TOKEN: 'a', PLAIN_KEY: 'b', PLAIN_TOKEN_2: 'c', PLAIN_TOKEN_12: 'd', PLAIN_OTHER: 'e' };
    expect(listAccounts(SETTINGS, values)).toEqual([
      { number: 1, values: { PLAIN_TOKEN: 'a', PLAIN_KEY: 'b' } },
      { number: 2, values: { PLAIN_TOKEN: 'c' } },
      { number: 12, values: { PLAIN_TOKEN: 'd' } },
    ]);
  });

  test('a setting whose own name ends in a number stays with the first', () => {
    expect(listAccounts(SETTINGS, { PLAIN_OAUTH_2: 'x', PLAIN_OAUTH_2_2: 'y' })).toEqual([
      { number: 1, values: { PLAIN_OAUTH_2: 'x' } },
      { number: 2, values: { PLAIN_OAUTH_2: 'y' } },
    ]);
  });

  test('without settings there is no account', () => {
    expect(listAccounts(SETTINGS, { HOME: '/' })).toEqual([]);
  });

  test('what is missing is named as it is to be set', () => {
    expect(listMissing(SETTINGS, { number: 1, values: { PLAIN_KEY: 'b' } })).toEqual(['PLAIN_TOKEN']);
    expect(listMissing(SETTINGS, { number: 2, values: { PLAIN_KEY: 'b' } })).toEqual(['PLAIN_TOKEN_2']);
  });

  test('its messages belong to a channel of its own', async () => {
    const first = createPlainAdapter();
    const second = asAccount(first, 2);
    first.nextReading(readingOf(plainMessage('m1', '你好')));
    const reading = await second.read?.(new Request('http://desk/'));
    expect(reading).toMatchObject({ messages: [{ channel: 'plain-2', conversation: 'plain:1:a' }] });
    expect([first.name, second.name, asAccount(first, 1).name]).toEqual(['plain', 'plain-2', 'plain']);
    expect([nameChannel('plain', 1), nameChannel('plain', 3)]).toEqual(['plain', 'plain-3']);
  });

  test('also those a socket brings', async () => {
    const got: Inbound[] = [];
    const adapter = asAccount(
      { ...createPlainAdapter(), start: async (deliver) => deliver([plainMessage('m1', '你好')]) },
      2,
    );
    await adapter.start?.(async (messages) => void got.push(...messages));
    expect(got).toMatchObject([{ channel: 'plain-2' }]);
  });
});
