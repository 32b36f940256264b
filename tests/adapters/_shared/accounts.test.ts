import { describe, expect, test } from 'vitest';
import { openAccounts, splitAccounts } from '../../../adapters/_shared/accounts.ts';
import type { AdapterSetting, PlatformAdapter, Reading } from '../../../src/channel/adapter.ts';
import { PLAIN_CAPABILITIES } from '../../../src/channel/capabilities.ts';
import type { ConversationId } from '../../../src/channel/message.ts';
import { DeskError } from '../../../src/errors.ts';

const one = (name: string): AdapterSetting => ({ name, meaning: '', required: true, secret: false });
const TABLE = [one('CHAT_TOKEN'), one('CHAT_ROOT')];

/** A platform whose deliveries name the account in their first word. */
function openOne(values: Readonly<Record<string, string>>, log: string[] = []): PlatformAdapter {
  const { CHAT_TOKEN: token } = values;
  if (token === undefined) throw new DeskError('CONFIG_INVALID', 'CHAT_TOKEN: missing');
  return {
    name: 'chat',
    capabilities: PLAIN_CAPABILITIES,
    async read(request): Promise<Reading> {
      const [owner, word] = (await request.text()).split(' ');
      const status = owner === token ? (word === 'bad' ? 400 : 200) : 401;
      const answer = new Response(token, { status });
      return status === 200 ? { kind: 'messages', messages: [], answer } : { kind: 'refused', why: '', answer };
    },
    send: async ({ conversation }) =>
      conversation.includes(`:${token}:`)
        ? { kind: 'sent', platformId: token }
        : { kind: 'undeliverable', why: conversation.endsWith('blocked') ? 'blocked' : 'gone' },
    start: async () => void log.push(`start ${token}`),
    stop: async () => void log.push(`stop ${token}`),
    fetchFile: async (reference) => (reference === token ? new Uint8Array([1]) : 'gone'),
  };
}

describe('settings of several accounts', () => {
  test('are told apart by what stands behind their names', () => {
    const values = {
      CHAT_TOKEN: 'a',
      CHAT_TOKEN_2: 'b',
      CHAT_ROOT_2: 'r',
      CHAT_TOKEN_10: 'c',
      CHAT_OTHER_2: 'x',
      CHAT_ROOT: '',
    };
    expect(splitAccounts(values, TABLE)).toEqual([
      { suffix: '', values: { CHAT_TOKEN: 'a' } },
      { suffix: '_2', values: { CHAT_TOKEN: 'b', CHAT_ROOT: 'r' } },
      { suffix: '_10', values: { CHAT_TOKEN: 'c' } },
    ]);
  });

  test('that do not hold are named with the account they are of', async () => {
    const failure = openAccounts({ CHAT_TOKEN: 'a', CHAT_ROOT_3: 'r' }, TABLE, async (own) => openOne(own));
    await expect(failure).rejects.toMatchObject({ code: 'CONFIG_INVALID', message: 'account _3: CHAT_TOKEN: missing' });
    await expect(openAccounts({}, TABLE, async (own) => openOne(own))).rejects.toThrow('CHAT_TOKEN: missing');
  });
});

describe('several accounts', () => {
  const log: string[] = [];
  const open = () => openAccounts({ CHAT_TOKEN: 'a', CHAT_TOKEN_2: 'b' }, TABLE, async (own) => openOne(own, log));
  const read = async (body: string) => {
    const adapter = await open();
    const answer = (await adapter.read?.(new Request('http://desk', { method: 'POST', body })))?.answer;
    return [answer?.status, await answer?.text()];
  };

  test('each reads its own deliveries, and what is wrong with one is said by its account', async () => {
    expect(await read('a hello')).toEqual([200, 'a']);
    expect(await read('b hello')).toEqual([200, 'b']);
    expect(await read('b bad')).toEqual([400, 'b']);
    expect((await read('c hello'))[0]).toBe(401);
  });

  test('each sends to its own conversations', async () => {
    const adapter = await open();
    const send = (conversation: string) =>
      adapter.send({ conversation: conversation as ConversationId, part: { text: '', choices: [] }, key: '' });
    expect(await send('chat:b:1')).toEqual({ kind: 'sent', platformId: 'b' });
    expect(await send('chat:c:1')).toEqual({ kind: 'undeliverable', why: 'gone' });
    expect(await send('chat:c:blocked')).toEqual({ kind: 'undeliverable', why: 'blocked' });
  });

  test('start, stop and fetch files together', async () => {
    const adapter = await open();
    expect(await adapter.fetchFile?.('b', 10)).toEqual(new Uint8Array([1]));
    expect(await adapter.fetchFile?.('c', 10)).toBe('gone');
    await adapter.start?.(async () => {});
    await adapter.stop();
    expect(log).toEqual(['start a', 'start b', 'stop a', 'stop b']);
  });
});
