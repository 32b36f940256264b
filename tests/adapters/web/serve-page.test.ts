import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';
import { makePageDirectory } from './page-directory.ts';

const page = (embedOrigins: readonly string[]) => ({ directory: makePageDirectory(), authority: '甲局', embedOrigins });

test('fills in the authority, escaped', async () => {
  expect((await openApp().inject('/')).body).toBe('<title>甲市&lt;&quot;乙&quot;&gt;局</title>');
});

test('the content policy allows nothing inline, nothing evaluated and nothing from outside', async () => {
  const policy = String((await openApp().inject('/')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/u);
});

test('only /embed may be framed, and only by the origins configured', async () => {
  const app = openApp({ page: page(['https://www.example.gov.cn']) });
  const policyOf = async (url: string) => String((await app.inject(url)).headers['content-security-policy']);
  expect(await policyOf('/')).toContain("frame-ancestors 'none'");
  expect(await policyOf('/embed')).toContain("frame-ancestors 'self' https://www.example.gov.cn");
});

test.each(['/', '/widget.js', '/healthz', '/api/chat/c/messages', '/nothing'])(
  '%s is never sniffed and leaks no referrer',
  async (url) => {
    const { headers } = await openApp().inject(url);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  },
);

test('a page seen before is not sent again', async () => {
  const app = openApp();
  const { etag } = (await app.inject('/')).headers;
  const again = await app.inject({ url: '/', headers: { 'if-none-match': String(etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('is sent compressed to those who take it', async () => {
  const app = openApp();
  const packed = await app.inject({ url: '/widget.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect((await app.inject('/widget.js')).headers['content-encoding']).toBeUndefined();
});

test.each(['/nothing', '/../package.json', '/%2e%2e/package.json', '/index.html', '/sources.sha256'])(
  '%s is not served',
  async (url) => {
    const response = await openApp().inject(url);
    expect([response.statusCode, response.json().error.code]).toEqual([404, 'not_found']);
  },
);

test('an address that cannot be decoded is refused, not a crash', async () => {
  expect((await openApp().inject('/api/chat/%ff/messages')).statusCode).toBe(400);
});

test('an unbuilt page stops the start and says what to run', () => {
  expect(() => openApp({ page: { ...page([]), directory: '/nowhere' } })).toThrow(/not built/u);
});

test('tells whether it lives and whether it can work', async () => {
  let ready = true;
  const app = openApp({ isReady: () => ready });
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true });
  expect((await app.inject('/readyz')).statusCode).toBe(200);
  ready = false;
  expect((await app.inject('/readyz')).statusCode).toBe(503);
});
