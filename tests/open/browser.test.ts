import { describe, expect, test } from 'vitest';
import { createOpenSide } from '../../src/open/index.ts';
import { hasChromium } from '../adapters/web/browser/open-browser.ts';
import { usePages } from '../adapters/web/browser/page-fixture.ts';
import { checkState } from '../adapters/web/browser/watch-page.ts';
import { openRelease } from '../conversation/converse.ts';
import { createDemoDesk } from '../fakes/demo-desk.ts';
import { NOW } from '../store/now.ts';

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
  });
});
