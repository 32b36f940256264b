import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../_shared/xml-attacks.ts';
import { NOON, type OpenWecom, openWecom } from './open-wecom.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/wecom');

describe('the check of the address', () => {
  test('gives the opened word back, without asking anybody', async () => {
    await using open = await openWecom();
    const reading = await open.read(open.fake.check('4411729820412345678'));
    expect(reading).toMatchObject({ kind: 'messages', messages: [] });
    expect(await reading.answer.text()).toBe('4411729820412345678');
    expect(open.fake.server.calls).toEqual([]);
  });

  test.each([
    ['signed with another token', { token: 'guessed' }, 'forged'],
    ['not signed', { signed: false }, 'unsigned'],
    ['sealed with another key', { aesKey: 'B'.repeat(43) }, 'sealed_for_another'],
    ['sealed for another company', { owner: 'ww0000000000000000' }, 'sealed_for_another'],
    ['an hour old', { at: new Date(NOON.getTime() - 3_600_000) }, 'stale'],
  ])('%s gives nothing back', async (_name, change, why) => {
    await using open = await openWecom();
    const reading = await open.read(open.fake.check('word', change));
    expect(reading).toMatchObject({ kind: 'refused', why });
    expect([reading.answer.status, await reading.answer.text()]).toEqual([401, '']);
  });

  test('a word that is markup is not given back', async () => {
    await using open = await openWecom();
    const reading = await open.read(open.fake.check('<script>alert(1)</script>'));
    expect(await reading.answer.text()).toBe('');
  });
});

describe('a message', () => {
  test('that is not sealed is refused', async () => {
    await using open = await openWecom();
    const plain = new Request(open.fake.post('').url, { method: 'POST', body: '<xml><MsgType>text</MsgType></xml>' });
    expect(await open.read(plain)).toMatchObject({ kind: 'refused', why: 'malformed' });
  });

  test('whose envelope was exchanged under the same signature is refused', async () => {
    await using open = await openWecom();
    const body = await open.fake.post('<xml><MsgType>text</MsgType></xml>').text();
    const other = new Request(open.fake.post('<xml></xml>').url, { method: 'POST', body });
    expect(await open.read(other)).toMatchObject({ kind: 'refused', why: 'forged' });
  });

  test('by another method is refused', async () => {
    await using open = await openWecom();
    const put = new Request('http://desk.example/hooks/wecom', { method: 'PUT', body: 'x' });
    expect((await open.read(put)).answer.status).toBe(405);
  });

  test('is acknowledged with an empty answer, and replies are sent apart', async () => {
    await using open = await openWecom();
    const reading = await open.read(open.fake.deliver({ kind: 'text', id: '1', chat: 'first', text: '您好' }));
    expect(reading).not.toHaveProperty('carry');
    expect([reading.answer.status, await reading.answer.text()]).toEqual([200, '']);
  });
});

describe('payloads as the platform writes them', () => {
  const expected = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')) as Record<string, unknown>;
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.xml'));

  test('each fixture has its expectation', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test.each(names)('%s', async (name) => {
    await using open = await openWecom();
    const reading = await open.read(open.fake.post(readFileSync(join(FIXTURES, name), 'utf8')));
    expect(reading.kind === 'messages' ? reading.messages : reading.why).toEqual(expected[name]);
  });
});

describe('what nobody should send', () => {
  let open: OpenWecom;
  beforeAll(async () => {
    open = await openWecom();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  const texts = Object.entries(ATTACKS).filter(
    (attack): attack is [string, string] => typeof attack[1] === 'string' && attack[1].length < 40_000,
  );

  test.each(texts)('sealed well: %s', async (_name, document) => {
    const reading = await open.read(open.fake.post(document));
    expect(reading).toMatchObject({ kind: 'refused', why: 'malformed' });
  });
});
