import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../src/conversation/release.ts';
import { createOpenSide } from '../../src/open/index.ts';
import { aboutSchema, entryListSchema, entrySchema, figureListSchema } from '../../src/open/schema.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';

let release: Release;
beforeAll(() => {
  release = openRelease();
});

/** Asks the place that serves an address, the way a server would choose it. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const hooks = createOpenSide({ release: () => release, now: () => NOW });
  const request = new Request(new URL(path, 'http://desk.example'), { headers, method });
  const { pathname } = new URL(request.url);
  const fits = (place: string) => (place.endsWith('/*') ? pathname.startsWith(place.slice(0, -1)) : place === pathname);
  const hook = hooks.filter(({ path: place }) => fits(place)).toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!hook) throw new Error(`nothing serves ${path}`);
  return hook.handle(request);
}

const text = async (path: string, headers?: Record<string, string>) => (await ask(path, headers)).text();

describe('the interface for programs', () => {
  test('says whose desk it is and how old its contact is', async () => {
    const about = aboutSchema.parse(await (await ask('/open/api')).json());
    expect(about).toMatchObject({
      authority: '沈阳市信访局',
      phone: '024-28513177',
      years: expect.arrayContaining([2017]),
    });
    expect(about.contactAsOf).toMatch(/^2018-/u);
  });

  test('lists every entry once over its pages', async () => {
    const ids: string[] = [];
    for (let next: string | null = '/open/api/entries?size=40'; next !== null; ) {
      const page = entryListSchema.parse(await (await ask(next)).json());
      expect(page.release).toBe(release.hash);
      ids.push(...page.items.map((entry) => entry.id));
      next = page.next;
    }
    expect(ids).toEqual(release.base.answers.map((answer) => answer.id));
  });

  test('finds the entry a question means', async () => {
    const found = entryListSchema.parse(await (await ask('/open/api/entries?q=多久能给答复')).json());
    expect(found.items[0]?.id).toBe('answer-deadline');
  });

  test('gives every version of an entry with its days in force and its sources', async () => {
    const { versions } = entrySchema.parse(await (await ask('/open/api/entries/answer-deadline')).json());
    expect(versions.map(({ from, to, inForce }) => [from, to, inForce])).toEqual([
      ['2019-05-15', null, true],
      ['2008-05-01', '2019-05-14', false],
    ]);
    expect(versions[0]?.sources[0]).toMatchObject({ article: '第三十三条' });
  });

  test('gives a figure with the words it was read from', async () => {
    const found = figureListSchema.parse(
      await (await ask('/open/api/figures?year=2017&metric=requests-received')).json(),
    );
    expect(found.items).toMatchObject([{ value: 35, unit: '件', quote: expect.stringContaining('35') }]);
  });

  test('describes itself: every answer keeps to the schema its description names', async () => {
    const document = (await (await ask('/open/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, { get: { responses: Record<string, unknown> } }>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/gu)].map(
      (match) => match[1] ?? '',
    );
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(named));
    expect(Object.keys(document.paths)).toContain('/open/api/entries/{id}');
  });

  test.each([
    ['/open/api/entries?page=0', 400],
    ['/open/api/entries?page=%00', 400],
    ['/open/api/entries?size=100000', 400],
    ['/open/api/entries/none-such', 404],
    ['/open/api/entries/__proto__', 404],
    ['/open/api/entries/..%2f..%2fetc', 404],
    ['/open/api/nothing', 404],
  ])('%s is refused with %i, in words', async (path, status) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { message: expect.any(String), hint: expect.any(String) } });
  });

  test('only reads', async () => {
    const response = await ask('/open/api/entries', {}, 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('what did not change', () => {
  test('is not sent again', async () => {
    const first = await ask('/open/api/figures');
    const again = await ask('/open/api/figures', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
  });
});

describe('the pages', () => {
  test('an entry says what holds, since when and by which article, and tells search engines only what is in force', async () => {
    const page = await text('/open/entries/answer-deadline');
    expect(page).toContain('20个工作日');
    expect(page).toContain('第三十三条');
    expect(page).toContain('2008-05-01');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page)?.[1] ?? '');
    expect(data).toMatchObject({ '@type': 'FAQPage', mainEntity: [{ name: '多久答复' }] });
    expect(JSON.stringify(data)).not.toContain('15个工作日');
  });

  test('speak English when asked to', async () => {
    expect(await text('/open/entries/answer-deadline?lang=en')).toContain('How long until I get an answer?');
    expect(await text('/open', { 'accept-language': 'en-GB' })).toContain('Questions and answers');
  });

  test('show what was searched for as text only', async () => {
    const page = await text(`/open?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script>alert');
  });

  test('every link inside the public side leads somewhere', async () => {
    const seen = new Set<string>(['/open']);
    for (const path of seen) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const [, link = ''] of (await response.text()).matchAll(/href="(\/open[^"]*)"/gu)) seen.add(link);
    }
    expect(seen.size).toBeGreaterThan(release.base.answers.length);
  });

  test('the table of figures can be saved for a spreadsheet, and no cell of it is a formula', async () => {
    const response = await ask('/open/data/figures-2017.csv');
    expect(response.headers.get('content-disposition')).toContain('figures-2017.csv');
    const csv = await response.text();
    expect(csv).toContain('35');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/mu);
  });

  test('the sitemap names every entry', async () => {
    const sitemap = await text('/sitemap.xml');
    expect(sitemap.match(/<loc>/gu)).toHaveLength(release.base.answers.length + 3);
    expect(await text('/robots.txt')).toContain('Sitemap: http://desk.example/sitemap.xml');
  });

  test('nothing of that name is said kindly', async () => {
    const response = await ask('/open/entries/none-such');
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('没有这个页面')]);
  });
});
