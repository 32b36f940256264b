import type { Locator, Page } from 'playwright-core';

export const groups = (page: Page): Locator => page.locator('.group');
/** The newest thing the desk said. */
export const lastReply = (page: Page): Locator => page.locator('.group-desk').last();
export const box = (page: Page): Locator => page.locator('#say');

/** Waits until the desk has answered all that was said. */
export async function waitForReply(page: Page, act: () => Promise<void>): Promise<void> {
  const replies = await page.locator('.group-desk').count();
  await act();
  await page.locator('.group-desk').nth(replies).waitFor();
  await page.locator('.thinking').waitFor({ state: 'detached' });
}

/** Types and sends, as the field in hand wants it. */
export async function say(page: Page, text: string): Promise<void> {
  await waitForReply(page, async () => {
    await box(page).fill(text);
    await box(page).press('Control+Enter');
  });
}

export async function choose(page: Page, label: string | RegExp): Promise<void> {
  await waitForReply(page, () => page.locator('.choices .choice').filter({ hasText: label }).first().click());
}
