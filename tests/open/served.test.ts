import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Release } from '../../src/conversation/release.ts';
import { createOpenSide } from '../../src/open/index.ts';
import { openApp } from '../adapters/web/open-app.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';

/** Calls one address may make in a minute. */
const LIMIT = 300;

let release: Release;
beforeAll(() => {
  release = openRelease();
});

/** The server with the public side on it, as it answers over HTTP. */
function serve(clock: { at: number } = { at: 0 }) {
  const hooks = createOpenSide({ release: () => release, now: () => NOW, publicUrl: 'https://desk.example' });
  return openApp({ hooks, now: () => clock.at });
}

const get = (app: FastifyInstance, url: string, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
  app.inject({ method: 'GET', url, headers, remoteAddress });

describe('what did not change is not sent again', () => {
  test.each(['/open', '/open/figures', '/open/api/entries', '/open/data/figures-2017.csv', '/sitemap.xml'])(
    '%s',
    async (url) => {
      const app = serve();
      const first = await get(app, url);
      const etag = String(first.headers.etag);
      expect(first.statusCode).toBe(200);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get(app, url, { 'if-none-match': known });
        expect([known, again.statusCode, again.body, again.headers.etag]).toEqual([known, 304, '', etag]);
      }
      expect((await get(app, url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
      const head = await app.inject({ method: 'HEAD', url });
      expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', etag]);
    },
  );

  test('what changed has another tag', async () => {
    const app = serve();
    const before = (await get(app, '/open/api')).headers.etag;
    const shipped = release;
    release = { ...shipped, hash: 'another' };
    expect((await get(app, '/open/api', { 'if-none-match': String(before) })).statusCode).toBe(200);
    release = shipped;
  });
});

describe('one address asks so often a minute', () => {
  test('and reads in words, in its language, when it may go on; others are not touched', async () => {
    const clock = { at: 15_000 };
    const app = serve(clock);
    for (let call = 0; call < LIMIT; call += 1) expect((await get(app, '/open/api')).statusCode).toBe(200);
    const refused = await get(app, '/open/api', { 'accept-language': 'en' });
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '45']);
    // A page of another site reads it too.
    expect(refused.headers['access-control-allow-origin']).toBe('*');
    expect(refused.json()).toEqual({
      error: { code: 'too_many', message: 'Too many calls in this minute.', hint: 'Try again in 45 seconds.' },
    });
    expect((await get(app, '/open/api', {}, '192.0.2.2')).statusCode).toBe(200);
    clock.at = 60_000;
    expect((await get(app, '/open/api')).statusCode).toBe(200);
  });

  test('a page is refused as a page', async () => {
    const app = serve();
    for (let call = 0; call < LIMIT; call += 1) await get(app, '/open/entries/answer-deadline');
    const refused = await get(app, '/open/entries/answer-deadline');
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(refused.body).toContain('请在60秒之后再打开');
    expect(refused.headers['cache-control']).toBe('no-store');
  });
});

interface Described {
  readonly paths: Record<
    string,
    {
      readonly get: {
        readonly parameters: readonly { readonly name: string; readonly in: string }[];
        readonly responses: Record<
          string,
          { readonly content?: Record<string, { readonly schema: { $ref: string } }> }
        >;
      };
    }
  >;
  readonly components: { readonly schemas: Record<string, object> };
}

/** The schema a description names for an answer, by itself: nothing it does not mention may stand in one. */
function readSchema({ components }: Described, $ref: string): z.ZodType {
  const text = JSON.stringify({ $ref, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text));
}

describe('the description of the interface', () => {
  test('holds for what is really answered, found and refused, and names every status and every parameter', async () => {
    const app = serve();
    const described = (await get(app, '/open/api/openapi.json')).json() as Described;
    const calls: readonly (readonly [path: string, url: string, status: number])[] = [
      ['/open/api', '/open/api', 200],
      ['/open/api/entries', '/open/api/entries', 200],
      ['/open/api/entries', '/open/api/entries?page=2&size=7&topic=basics', 200],
      ['/open/api/entries', `/open/api/entries?q=${encodeURIComponent('多久回复')}`, 200],
      ['/open/api/entries', '/open/api/entries?page=0', 400],
      ['/open/api/entries/{id}', '/open/api/entries/answer-deadline', 200],
      ['/open/api/entries/{id}', '/open/api/entries/none-such', 404],
      ['/open/api/figures', '/open/api/figures?size=200', 200],
      ['/open/api/figures', '/open/api/figures?year=2017&metric=requests-received&page=1', 200],
      ['/open/api/figures', '/open/api/figures?year=last', 400],
    ];
    for (const [path, url, status] of calls) {
      const answer = await get(app, url);
      const operation = described.paths[path]?.get;
      const $ref = operation?.responses[String(answer.statusCode)]?.content?.['application/json']?.schema.$ref ?? '';
      expect([url, answer.statusCode]).toEqual([url, status]);
      expect([url, readSchema(described, $ref).safeParse(answer.json())]).toMatchObject([url, { success: true }]);
      const named = operation?.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      expect(named).toEqual(expect.arrayContaining([...new URL(url, 'http://x').searchParams.keys()]));
    }
    // JSON Schema allows no `$id` that points into a document.
    expect(JSON.stringify(described)).not.toContain('"$id"');
    expect(new Set(calls.map(([path]) => path))).toEqual(new Set(Object.keys(described.paths)));
    // It would be noticed.
    const { $ref } = described.paths['/open/api']?.get.responses['200']?.content?.['application/json']?.schema ?? {
      $ref: '',
    };
    const about = (await get(app, '/open/api')).json();
    expect(readSchema(described, $ref).safeParse({ ...about, entries: 'many' }).success).toBe(false);
    expect(readSchema(described, $ref).safeParse({ ...about, more: 1 }).success).toBe(false);
  });
});

describe('what search engines read', () => {
  test('the sitemap is sound, names each page once at its public address, and each is there', async () => {
    const app = serve();
    const answer = await get(app, '/sitemap.xml');
    expect(answer.headers['content-type']).toContain('application/xml');
    expect(XMLValidator.validate(answer.body)).toBe(true);
    const { urlset } = new XMLParser({ ignoreAttributes: false }).parse(answer.body);
    expect(urlset['@_xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const addresses = urlset.url.map(({ loc }: { loc: string }) => new URL(loc));
    expect(new Set(addresses.map(String)).size).toBe(addresses.length);
    expect(addresses.length).toBeLessThan(50_000);
    for (const [index, address] of addresses.entries()) {
      expect(address.origin).toBe('https://desk.example');
      if (!address.pathname.startsWith('/open')) continue;
      const page = await get(app, address.pathname, {}, `192.0.2.${index % 200}`);
      expect([address.pathname, page.statusCode]).toEqual([address.pathname, 200]);
    }
  });

  test('every page of an entry in force carries one question with the answer that stands on it', async () => {
    const app = serve();
    const faq = z.strictObject({
      '@context': z.literal('https://schema.org'),
      '@type': z.literal('FAQPage'),
      mainEntity: z.tuple([
        z.strictObject({
          '@type': z.literal('Question'),
          name: z.string().min(2),
          acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text: z.string().min(2) }),
        }),
      ]),
    });
    let marked = 0;
    const readText = (html: string) =>
      html
        .replaceAll(/<[^>]+>/gu, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    for (const [index, { id, versions }] of release.base.answers.entries()) {
      const { body } = await get(app, `/open/entries/${id}`, {}, `192.0.2.${index % 200}`);
      const scripts = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gsu)];
      const today = NOW.toISOString().slice(0, 10);
      const inForce = versions.some(({ from, to }) => from <= today && (to === undefined || today <= to));
      expect([id, scripts.length]).toEqual([id, inForce ? 1 : 0]);
      if (!scripts[0]) continue;
      const { mainEntity } = faq.parse(JSON.parse(scripts[0][1] ?? ''));
      const page = readText(body.replace(scripts[0][0], ''));
      expect(page).toContain(mainEntity[0].name);
      for (const line of mainEntity[0].acceptedAnswer.text.split('\n').filter(Boolean)) expect(page).toContain(line);
      marked += 1;
    }
    expect(marked).toBeGreaterThan(20);
  });
});
