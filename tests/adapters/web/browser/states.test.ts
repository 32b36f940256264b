import type { BrowserContextOptions } from 'playwright-core';
import { describe, test } from 'vitest';
import { createDemoDesk } from '../../../fakes/demo-desk.ts';
import { hasChromium } from './open-browser.ts';
import { usePages } from './page-fixture.ts';
import { choose, say } from './talk.ts';
import { checkState } from './watch-page.ts';

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly large?: boolean;
}

/** Between them: both themes, both languages, both sizes, a desk, a phone, and a page magnified four times. */
const LOOKS: readonly Look[] = [
  { name: 'desktop', options: { viewport: { width: 1100, height: 800 } } },
  {
    name: 'phone-dark-large',
    options: { viewport: { width: 320, height: 640 }, isMobile: true, colorScheme: 'dark' },
    large: true,
  },
  { name: 'zoomed-english', options: { viewport: { width: 320, height: 256 }, locale: 'en-GB' } },
];

describe.skipIf(!hasChromium)('no state of the page has an accessibility violation or scrolls sideways', () => {
  const { serve, visit } = usePages();

  test.each(LOOKS)('$name', { timeout: 90_000 }, async ({ name, options, large }) => {
    const page = await visit(await serve(createDemoDesk()), options);
    await page.locator('.welcome').waitFor();
    if (large) await page.locator('.toolbar button').first().click();
    await checkState(page, `${name}-1-welcome`);
    await say(page, '多久能给答复');
    await say(page, '收到的申请排名');
    await page.locator('.chart canvas').waitFor();
    await page.locator('.chart summary').click();
    await checkState(page, `${name}-2-answer`);
    await say(page, '我要提交公开申请');
    await checkState(page, `${name}-3-choice`);
    await choose(page, '个人');
    await say(page, '王小明');
    await checkState(page, `${name}-4-field`);
    await say(page, '13800001234');
    await checkState(page, `${name}-5-description`);
    await say(page, '2017年度报告全文');
    await checkState(page, `${name}-6-receipt`);
    await page.locator('.toolbar button').last().click();
    await checkState(page, `${name}-7-dialog`);
  });
});
