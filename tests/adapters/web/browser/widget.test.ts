import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createDemoDesk } from '../../../fakes/demo-desk.ts';
import { hasChromium } from './open-browser.ts';
import { usePages } from './page-fixture.ts';
import { checkState, keepPicture } from './watch-page.ts';

const sites: Server[] = [];
afterEach(() => {
  for (const site of sites.splice(0)) site.close();
});

/** Another site that embeds the desk, under the strict policy a careful site has. */
async function openSite(desk: () => string): Promise<string> {
  const site = createServer((_request, response) => {
    const origin = new URL(desk()).origin;
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><title>某局网站</title><link rel="icon" href="data:,">
      <main><h1>某局</h1><p>正文</p></main><script src="${origin}/widget.js" async></script></html>`);
  });
  sites.push(site);
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

describe.skipIf(!hasChromium)('the widget on another site', () => {
  const { serve, visit } = usePages();

  test('one script tag adds a button that opens the chat, and Escape closes it again', async () => {
    let desk = '';
    const site = await openSite(() => desk);
    desk = await serve(createDemoDesk(), { embedOrigins: [site] });
    const page = await visit(site, {}, [/outside request/u]);
    const button = page.getByRole('button', { name: '信息公开咨询' });
    await button.click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: '您想了解什么？' }).waitFor();
    await checkState(page, 'widget');

    await frame.locator('#say').fill('多久能给答复');
    await frame.locator('#say').press('Enter');
    await frame.locator('.group-desk').waitFor();
    await frame.locator('#say').press('Escape');
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(await button.getAttribute('aria-expanded')).toBe('false');

    await button.click();
    await frame.locator('.group-desk').waitFor();
    await keepPicture(page, 'widget-open');
  });

  test('a site that is not on the list cannot frame the desk', async () => {
    let desk = '';
    const site = await openSite(() => desk);
    desk = await serve(createDemoDesk());
    const refused = /frame-ancestors|chrome-error|outside request/u;
    const page = await visit(site, {}, [refused]);
    const complaint = page.waitForEvent('console', (message) => /frame-ancestors/u.test(message.text()));
    await page.getByRole('button', { name: '信息公开咨询' }).click();
    await complaint;
    expect(await page.frameLocator('iframe').locator('.welcome').count()).toBe(0);
  });
});
