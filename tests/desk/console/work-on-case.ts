import { generateSync } from 'otplib';
import type { Cookie, Page } from 'playwright-core';
import { PASSWORD } from '../api/open-office.ts';
import { signIn } from './console-fixture.ts';

/** Binds an authenticator by its secret, as those who review and approve have to. */
async function bindAuthenticator(page: Page): Promise<void> {
  const secret = (await page.locator('.enrol code').textContent()) ?? '';
  await page.getByLabel('验证码').fill(generateSync({ secret }));
  await page.getByRole('button', { name: '绑定' }).click();
  await page.getByRole('button', { name: '已经抄好，进入办理台' }).click();
}

/**
 * Lets people take turns at one browser, each with a session of their own: signed in by password, and by a code where
 * their role asks for it, the first time; found again afterwards.
 */
export function takeTurns(page: Page): (name: string, address: string) => Promise<void> {
  const sessions = new Map<string, Cookie[]>();
  let sitting: string | undefined;
  return async (name, address) => {
    const context = page.context();
    if (sitting !== undefined) sessions.set(sitting, await context.cookies());
    sitting = name;
    await context.clearCookies();
    await context.addCookies(sessions.get(name) ?? []);
    await page.goto(address);
    const inside = page.getByRole('main').and(page.locator('#main'));
    if (!sessions.has(name)) {
      await signIn(page, name, PASSWORD);
      const enrol = page.locator('.enrol code');
      await enrol.or(inside).waitFor();
      if (await enrol.isVisible()) await bindAuthenticator(page);
    }
    await inside.waitFor();
  };
}

/** Does a step of the open case: what is filled in by label; a list of one is chosen from instead of typed. */
export async function takeStep(
  page: Page,
  step: string,
  fields: Readonly<Record<string, string | readonly [string]>> = {},
): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (typeof value === 'string') await field.fill(value);
    else {
      await field.click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(value[0]).click();
    }
  }
  await dialog.getByRole('button', { name: step, exact: true }).click();
  // What hands documents over is held by the desk first.
  const now = dialog.getByRole('button', { name: '立即生效' });
  await now.or(page.locator('body:not(:has([role=dialog]:visible))')).first().waitFor();
  if (await now.isVisible()) await now.click();
  await dialog.waitFor({ state: 'hidden' });
}
