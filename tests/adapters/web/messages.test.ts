import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { DeskError } from '../../../src/errors.ts';
import { createMemoryDesk } from '../../fakes/memory-desk.ts';
import { openApp, post } from './open-app.ts';

async function readFirst(app: FastifyInstance): Promise<string> {
  return (await app.inject('/api/chat/c/messages')).json().lines[0].text;
}

describe('POST /api/chat/{conversation}/messages', () => {
  test('answers 202 with the replies, each with every field', async () => {
    const response = await post(openApp(), 'conversation-1', { id: 'm1', text: '怎么申请' });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toMatchObject({
      conversation: 'conversation-1',
      id: 'm1',
      kind: 'answer',
      repeated: false,
      replies: [
        {
          seq: 2,
          from: 'desk',
          kind: 'text',
          title: null,
          text: '听到 4 个字',
          plain: '听到 4 个字\n\n依据：《条例》 第三十三条\n\n1. 帮助',
          rows: [],
          choices: [{ value: 'help', label: '帮助' }],
          sources: [{ title: '《条例》', article: '第三十三条', url: null }],
          ask: { field: 'name', type: 'text', step: 2, of: 9 },
          printable: false,
          file: null,
        },
      ],
    });
  });

  test('the same id again gives the same replies and says so', async () => {
    const app = openApp();
    const first = (await post(app, 'c', { id: 'm1', text: '你好' })).json();
    const again = (await post(app, 'c', { id: 'm1', text: '你好' })).json();
    expect(again).toEqual({ ...first, repeated: true });
  });

  test('takes a choice in place of a text', async () => {
    const app = openApp();
    await post(app, 'c', { id: 'm1', choice: 'form/submit' });
    expect(await readFirst(app)).toBe('form/submit');
  });

  test.each([
    ['ten thousand characters', '求'.repeat(10_000)],
    ['an empty text', ''],
    ['a lone surrogate', '\ud800好'],
    ['NUL, bidi and zero-width marks', '\u0000\u202e\u200b'],
    ['markup and SQL', `<script>alert(1)</script>'; drop table lines; --`],
    ['the name of a prototype', '__proto__'],
  ])('takes %s', async (_name, text) => {
    expect((await post(openApp(), 'c', { id: 'm1', text })).statusCode).toBe(202);
  });

  test('a lone surrogate is stored as the replacement character', async () => {
    const app = openApp();
    await post(app, 'c', '{"id":"m1","text":"a\\ud800b"}');
    expect(await readFirst(app)).toBe('a\ufffdb');
  });

  test.each([
    ['no body', '', 'not_json'],
    ['broken JSON', '{"id":', 'not_json'],
    ['bytes that are not UTF-8', Buffer.from('{"id":"1","text":"\xff"}', 'latin1'), 'not_utf8'],
    ['an array', [], 'bad_message'],
    ['null', 'null', 'bad_message'],
    ['no id', { text: 'a' }, 'bad_message'],
    ['an empty id', { id: '', text: 'a' }, 'bad_message'],
    ['an id of 101 characters', { id: 'x'.repeat(101), text: 'a' }, 'bad_message'],
    ['a number for an id', { id: 1, text: 'a' }, 'bad_message'],
    ['neither text nor choice', { id: '1' }, 'bad_message'],
    ['both text and choice', { id: '1', text: 'a', choice: 'b' }, 'bad_message'],
    ['a field nobody knows', { id: '1', txt: 'a' }, 'bad_message'],
    ['an own __proto__', '{"id":"1","text":"a","__proto__":{"admin":true}}', 'bad_message'],
  ])('refuses %s with 400', async (_name, payload, code) => {
    const response = await post(openApp(), 'c', payload);
    expect(response.statusCode).toBe(400);
    expect(response.json().error).toMatchObject({ code, message: expect.any(String), hint: expect.any(String) });
  });

  test.each(['x'.repeat(65), 'a.b', '%E4%BD%A0', 'a b'])('refuses the conversation name %s', async (conversation) => {
    const response = await post(openApp(), encodeURI(conversation), { id: '1', text: 'a' });
    expect(response.json().error.code).toBe('bad_conversation');
  });

  test('refuses more than 64 KiB with 413', async () => {
    const response = await post(openApp(), 'c', { id: '1', text: 'x'.repeat(65 * 1024) });
    expect([response.statusCode, response.json().error.code]).toEqual([413, 'too_large']);
  });

  test('refuses what is not JSON by its type with 415, so that another site cannot post a form', async () => {
    const response = await post(openApp(), 'c', 'id=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([response.statusCode, response.json().error.code]).toEqual([415, 'not_json_type']);
  });

  test('a refusal speaks the language of the caller, Chinese when in doubt', async () => {
    const inLanguage = async (language: string) =>
      (await post(openApp(), 'c', '{', { 'accept-language': language })).json().error.message;
    expect(await inLanguage('en-GB,zh;q=0.5')).toBe('The message is not valid JSON.');
    expect(await inLanguage('fr, zh-CN')).toBe('消息不是有效的 JSON。');
    expect(await inLanguage('fr')).toBe('消息不是有效的 JSON。');
  });

  test('a desk that is draining answers 503 and when to come back', async () => {
    const desk = createMemoryDesk(() => Promise.reject(new DeskError('STOPPING', 'draining')));
    const response = await post(openApp({ desk }), 'c', { id: '1', text: 'a' });
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '2']);
  });

  test('an unexpected failure answers 500 and tells nothing of the inside', async () => {
    const desk = createMemoryDesk(() => Promise.reject(new Error('SQLITE_CORRUPT: lines')));
    const response = await post(openApp({ desk }), 'c', { id: '1', text: 'a' });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('SQLITE');
  });

  test('after a failure the same id is handled anew', async () => {
    let calls = 0;
    const desk = createMemoryDesk(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('once')) : { replies: [] };
    });
    const app = openApp({ desk });
    await post(app, 'c', { id: '1', text: 'a' });
    expect((await post(app, 'c', { id: '1', text: 'a' })).json()).toMatchObject({ repeated: false });
  });
});

describe('GET /api/chat/{conversation}/messages', () => {
  test('reads the conversation after a place', async () => {
    const app = openApp();
    await post(app, 'c', { id: '1', text: 'a' });
    await post(app, 'c', { id: '2', text: 'b' });
    const seqs = async (query: string) =>
      (await app.inject(`/api/chat/c/messages${query}`)).json().lines.map((line: { seq: number }) => line.seq);
    expect(await seqs('')).toEqual([1, 2, 3, 4]);
    expect(await seqs('?after=3')).toEqual([4]);
    expect(await seqs('?after=99')).toEqual([]);
  });

  test('an unknown conversation is an empty one', async () => {
    expect((await openApp().inject('/api/chat/nobody/messages')).json()).toEqual({ conversation: 'nobody', lines: [] });
  });

  test.each(['-1', '1.5', 'x', '1e99'])('refuses after=%s', async (after) => {
    const response = await openApp().inject(`/api/chat/c/messages?after=${after}`);
    expect([response.statusCode, response.json().error.code]).toEqual([400, 'bad_after']);
  });
});

test.each([
  ['DELETE', 'messages', 'GET, POST'],
  ['PUT', 'messages', 'GET, POST'],
  ['POST', 'events', 'GET'],
] as const)('%s of %s is refused with 405 and the methods there are', async (method, what, allow) => {
  const response = await openApp().inject({ method, url: `/api/chat/c/${what}` });
  expect([response.statusCode, response.headers.allow, response.json().error.code]).toEqual([
    405,
    allow,
    'method_not_allowed',
  ]);
});

test('nothing of a conversation may be cached', async () => {
  const response = await openApp().inject('/api/chat/c/messages');
  expect(response.headers['cache-control']).toBe('no-store');
});
