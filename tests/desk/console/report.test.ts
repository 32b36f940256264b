import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/day.ts';
import { readStoredReport, writeEntered } from '../../../src/desk/reports/annual-report-store.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { fileRequest, go, usualWay } from '../../cases/office.ts';
import { allEntered } from '../../reports/shipped-template.ts';
import { hire } from '../api/open-office.ts';
import { checkState, type House, useConsole } from './console-fixture.ts';
import { moveTo } from './use-keyboard.ts';
import { goTo } from './visits.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
/** The year that is over. */
const YEAR = Number(dayOf(now()).slice(0, 4)) - 1;
const PHONE = { viewport: { width: 320, height: 740 } };
const SAYS_SEVEN = '（二）依申请公开。全年收到政府信息公开申请7件。';
const PLATFORM = '（四）政府信息公开平台建设。咨询服务平台运行正常。';

/** Two requests of last year, one answered in it; everything written in, with a sentence that says seven. */
async function lastYear({ store }: House): Promise<void> {
  const at = new Date(`${YEAR}-11-24T02:00:00Z`);
  const open = async (id: string) => fileRequest(store, { id, now: at, key: { channel: 'web', conversation: id } });
  const day = dayOf(at);
  await go(store, await open('d1'), usualWay(day), at);
  await go(store, await open('d2'), [['registrar', 'received', { receivedOn: day, confirmation: '电话确认' }]], at);
  const { id: by } = await hire({ store, now }, 'li', ['registrar'], { name: '李姐' });
  const texts = { ...allEntered.texts, 'on-request': SAYS_SEVEN, platform: PLATFORM };
  const entered = { ...allEntered, texts };
  expect(await writeEntered(store, YEAR, { version: 0, entered, by, now: now() })).toBe(true);
}

async function openReport(page: Page, name: string): Promise<void> {
  await takeTurns(page)(name, page.url());
  await page.getByRole('heading', { name: '年度报告', exact: true }).waitFor();
  await page.getByLabel('报告年度').click();
  await page.getByTitle(String(YEAR), { exact: true }).last().click();
  await page.getByRole('heading', { name: `信访局${YEAR}年政府信息公开工作年度报告` }).waitFor();
}

describe.skipIf(!hasChromium)('the report of a year', () => {
  const { openHouse, visit } = useConsole();

  test('is approved by who may and did not write it, on a phone and with the keyboard, once it reconciles', {
    timeout: 150_000,
  }, async () => {
    const house = await openHouse();
    await lastYear(house);
    await hire({ store: house.store, now }, 'zhou', ['approver'], { name: '周局长' });
    const [clerk, approver] = [
      await visit(`${house.address}desk/report`),
      await visit(`${house.address}desk/report`, PHONE),
    ];
    await openReport(approver, 'zhou');
    const approve = approver.getByRole('button', { name: '批准', exact: true });
    await approver.getByText('有1处对不上').waitFor();
    await approver.getByText('现在不能批准：有对不上的数').waitFor();
    expect(await approve.isDisabled()).toBe(true);
    expect(await approver.getByRole('button', { name: '保存草稿' }).count()).toBe(0);
    await checkState(approver, 'report-1-hindered');

    // Who writes may not approve, but mends what does not add up; who waits for it sees it without asking.
    await openReport(clerk, 'li');
    expect(await clerk.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    const field = clerk.getByLabel('依申请公开');
    expect(await field.inputValue()).toBe(SAYS_SEVEN);
    await field.fill(allEntered.texts['on-request'] ?? '');
    await clerk.getByRole('button', { name: '保存草稿' }).click();
    await clerk.getByText('全部成立').waitFor();
    await approver.getByText('全部成立').waitFor();
    await approver.getByText('有1处对不上').waitFor({ state: 'hidden' });

    await moveTo(approver, '批准', 'Shift+Tab');
    await approver.keyboard.press('Enter');
    const dialog = approver.getByRole('dialog');
    await dialog.getByText('批准以后内容不能再改').waitFor();
    // What was changed under the approver's eyes is not approved unseen.
    await field.fill(`${allEntered.texts['on-request']}均在期限内答复。`);
    await clerk.getByRole('button', { name: '保存草稿' }).click();
    await dialog.getByText('报告刚刚有改动').waitFor();
    expect(await dialog.getByRole('button', { name: '批准', exact: true }).isDisabled()).toBe(true);
    await checkState(approver, 'report-2-moved');
    await approver.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await approver.getByText('均在期限内答复').waitFor();
    await approver.keyboard.press('Enter');
    await dialog.getByText('批准以后内容不能再改').waitFor();
    await checkState(approver, 'report-3-sure');
    await moveTo(approver, '先不批准');
    await moveTo(approver, '批准');
    await approver.keyboard.press('Enter');
    await approver.getByText('内容不再变动').waitFor();
    await approve.waitFor({ state: 'hidden' });
    await checkState(approver, 'report-4-approved');
    const { approved } = await readStoredReport(house.store, YEAR);
    expect(approved?.report.check.problems).toEqual([]);

    // It stands for the clerk too, and is had as a file.
    await clerk.getByText(/^周局长已于.*内容不再变动/u).waitFor();
    await clerk.getByRole('button', { name: '保存草稿' }).waitFor({ state: 'hidden' });
    const saving = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: 'Word' }).click();
    expect((await saving).suggestedFilename()).toBe(`report-${YEAR}.docx`);
  });

  test('opens behind every number as many requests as it says', { timeout: 90_000 }, async () => {
    const house = await openHouse();
    await lastYear(house);
    const page = await visit(`${house.address}desk/report`, PHONE);
    await openReport(page, 'li');
    const dialog = page.getByRole('dialog');
    const cells = page.locator('.report-table').getByRole('button');
    await cells.first().waitFor();
    const names = await cells.evaluateAll((buttons) => buttons.map((each) => each.getAttribute('aria-label') ?? ''));
    expect(names.length).toBe(8);
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      await dialog.getByRole('link').first().waitFor();
      expect([name, await dialog.getByRole('link').count()]).toEqual([name, Number(name.split(': ').at(-1))]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
  });

  test('keeps what two people write at once, and shows each what the other saved at the same place', {
    timeout: 90_000,
  }, async () => {
    const house = await openHouse();
    await lastYear(house);
    await hire({ store: house.store, now }, 'chen', ['handler'], { name: '陈明' });
    const [one, other] = [await visit(`${house.address}desk/report`), await visit(`${house.address}desk/report`)];
    await openReport(one, 'li');
    await openReport(other, 'chen');
    await one.getByLabel('写今年存在的主要问题').fill('说理不够。');
    await one.getByLabel('主动公开政府信息（条）').fill('121');
    // What is typed outlives a look at another page.
    await one.getByRole('menuitem', { name: '公开申请' }).click();
    await one.getByRole('heading', { name: '公开申请' }).waitFor();
    await one.getByRole('menuitem', { name: '年度报告' }).click();
    await one.getByLabel('报告年度').click();
    await one.getByTitle(String(YEAR), { exact: true }).last().click();
    await one.getByLabel('写今年存在的主要问题').waitFor();
    expect(await one.getByLabel('写今年存在的主要问题').inputValue()).toBe('说理不够。');

    await other.getByLabel('写今年存在的主要问题').fill('检索太慢。');
    await other.getByLabel('针对上面的问题').fill('换检索工具。');
    await other.getByRole('button', { name: '保存草稿' }).click();
    const told = one.getByRole('alert').filter({ hasText: '有1处同事也刚改过' });
    await told.getByText('检索太慢。').waitFor();
    await checkState(one, 'report-5-overtaken');
    expect(await one.getByLabel('针对上面的问题').inputValue()).toBe('换检索工具。');
    expect(await one.getByLabel('写今年存在的主要问题').inputValue()).toBe('说理不够。');
    await one.getByRole('button', { name: '保存草稿' }).click();
    await one.getByText('草稿已保存').waitFor();
    const { entered, version } = await readStoredReport(house.store, YEAR);
    expect(version).toBe(3);
    expect(entered.figures['published-items']).toBe(121);
    expect(entered.texts).toMatchObject({ problems: '说理不够。', measures: '换检索工具。' });
  });

  test('opens on the report that is worked on: last year’s until it is published in spring, then this year’s', {
    timeout: 60_000,
  }, async () => {
    const house = await openHouse();
    await lastYear(house);
    const page = await visit(`${house.address}desk/`);
    await takeTurns(page)('li', page.url());
    for (const [month, year] of [
      ['01', YEAR],
      ['03', YEAR],
      ['04', YEAR + 1],
    ] as const) {
      await page.clock.setFixedTime(new Date(`${YEAR + 1}-${month}-28T02:00:00Z`));
      await goTo(page, '/');
      await page.getByRole('heading', { name: '今天' }).waitFor();
      await goTo(page, '/report');
      await page.getByRole('heading', { name: `信访局${year}年政府信息公开工作年度报告` }).waitFor();
    }
  });
});
