import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createOpenSide } from '../../src/open/index.ts';
import { hasChromium } from '../adapters/web/browser/open-browser.ts';
import { usePages } from '../adapters/web/browser/page-fixture.ts';
import { checkState } from '../adapters/web/browser/watch-page.ts';
import { openRelease } from '../conversation/converse.ts';
import { createDemoDesk } from '../fakes/demo-desk.ts';
import { NOW } from '../store/now.ts';

/** One page of each kind that the site map names, and the page of the interface. */
async function listKinds(page: Page, address: string): Promise<string[]> {
  const map = await (await page.request.get(`${address}sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>[^<]*?(\/open[^<?]*)/gu)].map(([, path]) => path ?? '');
  const kinds = new Map(paths.map((path) => [path.split('/').slice(0, 3).join('/'), path]));
  return [...kinds.values()];
}

describe.skipIf(!hasChromium)('the public side in a browser', () => {
  const { serve, visit } = usePages();
  const release = openRelease();
  const hooks = createOpenSide({ release: () => release, now: () => NOW });

  test('can be searched and read on a phone, without a violation and without scrolling sideways', async () => {
    const address = await serve(createDemoDesk(), { hooks });
    const page = await visit(address, { viewport: { width: 320, height: 640 }, isMobile: true, colorScheme: 'dark' });
    await page.goto(`${address}open`);
    await checkState(page, 'open-1-list');
    await page.getByRole('searchbox').fill('多久能给答复');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '多久答复' }).click();
    await checkState(page, 'open-2-entry');
    expect(await page.getByText('20个工作日内答复').count()).toBeGreaterThan(0);
    await page.getByRole('navigation').getByRole('link', { name: '年度报告数据' }).click();
    await checkState(page, 'open-3-figures');
    const kinds = await listKinds(page, address);
    expect(kinds.length).toBeGreaterThan(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of kinds) {
        await page.goto(new URL(path, address).href);
        await checkState(page, `open-${colorScheme}-${path.replaceAll('/', '-')}`);
      }
    }
  });

  test('a page that is not there, and one asked for too often, are pages as well', async () => {
    const address = await serve(createDemoDesk(), { hooks });
    const phone = { viewport: { width: 320, height: 640 }, isMobile: true };
    const page = await visit(address, phone, [/status of 4(?:04|29)/u]);
    await page.goto(`${address}open/entries/none-such`);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await checkState(page, 'open-4-missing');
    // The minute that is counted in may end between the last call and the page.
    const tooOften = async () => {
      for (let status = 404; status === 404; )
        status = (await page.request.get(`${address}open/entries/none-such`)).status();
      await page.goto(`${address}open/figures`);
      return page.getByRole('heading', { name: '打开得太快了' }).count();
    };
    await expect.poll(tooOften, { timeout: 20_000 }).toBe(1);
    await page.getByText(/请在\d+秒之后再打开/u).waitFor();
    // Laid out as any other page.
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    await checkState(page, 'open-5-too-many');
  });
});
