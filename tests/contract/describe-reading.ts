import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlatformAdapter, Reading } from '../../src/channel/adapter.ts';
import type { Inbound } from '../../src/channel/message.ts';
import type { ChannelHarness, FakePlatform, Forgery, PersonMessage } from './harness.ts';

const NOON = new Date('2026-11-23T04:00:00Z');
const HELLO: PersonMessage = { kind: 'text', id: '1', chat: 'first', text: '公开申请多久答复' };
const FORGERIES: readonly Forgery[] = ['bad', 'missing', 'stale', 'other_channel'];
const FILE = Buffer.from('%PDF-1.4 a scanned letter');

/** Bodies that are nothing a platform sends, the same ones in every run. */
function makeRubbish(count: number): Uint8Array<ArrayBuffer>[] {
  const seeds = ['', '{', '[]', 'null', '{"__proto__":{"x":1}}', '<xml/>', '<xml><Encrypt/></xml>', '"\ud800"', '\0'];
  const random = Array.from({ length: count }, (_, index) => createHash('sha512').update(`${index}`).digest());
  return [...seeds.map((seed) => new TextEncoder().encode(seed)), ...random.map((bytes) => new Uint8Array(bytes))];
}

/** How an adapter starts and what it makes of deliveries, before anything is done about them. */
export function describeReading(name: string, { module, startFake }: ChannelHarness): void {
  let fake: FakePlatform;
  let adapter: PlatformAdapter;

  const services = { now: () => NOON, fetch: globalThis.fetch, log() {} };
  const read = async (request: Request): Promise<Reading> => {
    if (!adapter.read) throw new Error(`${name} reads no deliveries`);
    return adapter.read(request);
  };
  const readMessages = async (message: PersonMessage): Promise<readonly Inbound[]> => {
    const reading = await read(fake.deliver(message));
    return reading.kind === 'messages' ? reading.messages : [];
  };

  beforeEach(async () => {
    fake = await startFake(() => NOON);
    adapter = await module.open(fake.settings, services);
  });
  afterEach(async () => {
    await adapter.stop();
    await fake.stop();
  });

  test('its name heads its conversation ids', () => {
    expect(adapter.name).toBe(module.name);
    expect(fake.conversation('first')).toMatch(new RegExp(`^${adapter.name}:`, 'u'));
    expect(fake.conversation('first')).not.toBe(fake.conversation('second'));
  });

  test.each(module.settings.filter((setting) => setting.required).map((setting) => setting.name))(
    'does not start without %s',
    async (missing) => {
      const rest = Object.fromEntries(Object.entries(fake.settings).filter(([key]) => key !== missing));
      await expect(module.open(rest, services)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    },
  );

  test('a text comes in whole, with its conversation and a stable id', async () => {
    const [message, ...more] = await readMessages(HELLO);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      channel: adapter.name,
      conversation: fake.conversation('first'),
      body: { kind: 'text', text: '公开申请多久答复' },
    });
    expect((await readMessages(HELLO))[0]?.id).toBe(message?.id);
    expect((await readMessages({ ...HELLO, id: '2' }))[0]?.id).not.toBe(message?.id);
  });

  test('the other conversation is another one', async () => {
    const [message] = await readMessages({ ...HELLO, chat: 'second' });
    expect(message?.conversation).toBe(fake.conversation('second'));
  });

  test.each(FORGERIES)('a delivery with a %s signature is refused with 401', async (how) => {
    const forged = fake.forge(HELLO, how);
    if (!forged) return;
    const reading = await read(forged);
    expect(reading).toMatchObject({ kind: 'refused' });
    expect(reading.answer.status).toBe(401);
    expect(await reading.answer.text()).not.toContain('公开申请');
  });

  test('a body changed on the way is refused', async () => {
    const genuine = fake.deliver(HELLO);
    const body = (await genuine.text())
      .replace('公开申请', '退还押金')
      .replace(/(?<=Encrypt>(?:<!\[CDATA\[)?|"encrypt":")\w/u, '_');
    const reading = await read(new Request(genuine.url, { method: genuine.method, headers: genuine.headers, body }));
    if (fake.signsBody ?? true) expect(reading.kind).toBe('refused');
  });

  test('rubbish in place of a delivery is refused without a stir', async () => {
    for (const body of makeRubbish(200)) {
      const { url, method, headers } = fake.deliver(HELLO);
      const reading = await read(new Request(url, { method, headers, body }));
      if (reading.kind === 'messages') expect(reading.messages).toEqual([]);
      else expect([400, 401, 413, 415]).toContain(reading.answer.status);
    }
  });

  test('ten megabytes are not read to the end', async () => {
    const { url, method, headers } = fake.deliver(HELLO);
    const reading = await read(new Request(url, { method, headers, body: new Uint8Array(10_000_000).fill(0x61) }));
    expect(reading.kind).toBe('refused');
  });

  test('its own messages are none of its business', async () => {
    expect(await readMessages({ kind: 'own', id: '1', chat: 'first', text: '您好' })).toEqual([]);
  });

  test('something it cannot read is told as such', async () => {
    const [message] = await readMessages({ kind: 'unsupported', id: '1', chat: 'first' });
    expect(message?.body.kind).toBe('unsupported');
  });

  test('a file is described first and fetched on demand, never more of it than allowed', async () => {
    const [message] = await readMessages({ kind: 'file', id: '1', chat: 'first', name: '来信.pdf', bytes: FILE });
    if (adapter.capabilities.files.receive === 0) {
      expect(message?.body.kind).toBe('unsupported');
      return;
    }
    if (message?.body.kind !== 'file') throw new Error(`a file came as ${message?.body.kind}`);
    expect(Buffer.from((await adapter.fetchFile?.(message.body.reference, 1000)) as Uint8Array)).toEqual(FILE);
    expect(await adapter.fetchFile?.(message.body.reference, 5)).toBe('too_large');
  });
}
