import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from '../api/open-office.ts';

interface Focused {
  /** What a screen reader calls it, near enough. */
  readonly name: string;
  readonly inDialog: boolean;
  readonly inMain: boolean;
  /** On the page as a whole: the browser's own controls come next. */
  readonly nowhere: boolean;
  /** Whether somebody who looks sees where the focus is. */
  readonly visible: boolean;
}

/** Runs in the page. */
function readFocused(): Focused {
  const element = document.activeElement as HTMLElement;
  const labelled = (element as HTMLInputElement).labels?.[0]?.textContent;
  const shows = (each: Element | null | undefined): boolean => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
  // A list says in it which of its items is meant.
  const item = element.matches('[role=menu]') ? element.querySelector('.ant-menu-item-active') : null;
  return {
    name: element === document.body ? '' : element.getAttribute('aria-label') || labelled || element.textContent || '',
    inDialog: element.closest('[role=dialog]') !== null,
    nowhere: element === document.body,
    inMain: element.closest('#main') !== null,
    visible: [...around, item].some(shows) && element.checkVisibility(),
  };
}

export function whereIsFocus(page: Page): Promise<Focused> {
  return page.evaluate(readFocused);
}

/** Presses a key until what is called so has the focus; each place on the way shows that it has it. */
export async function moveTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 40): Promise<Focused> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    const focused = await whereIsFocus(page);
    if (focused.name !== '')
      expect(focused, `nobody sees the focus on ${focused.name}`).toMatchObject({ visible: true });
    if (focused.name.includes(name)) return focused;
  }
  throw new Error(`${name} is not reached with ${most} × ${key}`);
}

/** Goes down a menu with the arrow until an item of exactly this name has the focus; a menu follows in its own time. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  const reached = async () => {
    await page.keyboard.press('ArrowDown');
    return (await whereIsFocus(page)).name;
  };
  await expect.poll(reached, { message: `${name} is not reached with the arrow` }).toBe(name);
}

/** The field for the name has the focus when the page opens. */
export async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.getByLabel('登录名').waitFor();
  await page.keyboard.type(name);
  await moveTo(page, '密码');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('#main h1').waitFor();
}
