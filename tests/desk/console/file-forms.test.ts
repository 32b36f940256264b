import { describe, expect, test } from 'vitest';
import { readData } from '../../../src/knowledge/edit/index.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire } from '../api/open-office.ts';
import { SHIPPED } from '../api/try-here.ts';
import { checkState, useConsole } from './console-fixture.ts';
import { moveTo } from './use-keyboard.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
const PHONE = { width: 320, height: 640 };

describe.skipIf(!hasChromium)('an editor', () => {
  const { openHouse, visit } = useConsole();

  async function open(kind: string, title: string, typed = '') {
    const { store, address } = await openHouse(SHIPPED);
    await hire({ store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    const page = await visit(`${address}desk/knowledge/entries`, { viewport: PHONE });
    await takeTurns(page)('li', `${address}desk/knowledge/entries`);
    await page.getByLabel('类别').click();
    await page.getByTitle(kind).click();
    await page.getByLabel('查找：标题、问法或拼音').fill(typed);
    const found = page.getByRole('button', { name: title, exact: true });
    await found.waitFor();
    await checkState(page, `files of ${kind}`);
    await found.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^草稿：/u }).waitFor();
    return page;
  }

  test('changes a term of the regulation by keyboard, sees what day it comes to, and leaves the rest of the file alone', {
    timeout: 120_000,
  }, async () => {
    const page = await open('期限与步骤', '2019年条例');
    const term = page.getByRole('group', { name: '答复期限', exact: true }).getByLabel('几个工作日');
    await expect.poll(() => term.inputValue()).toBe('20');
    const preview = page.getByRole('region', { name: '按这些期限算出来的日子' });
    await preview.getByText('答复期限：20个工作日').waitFor();
    await term.scrollIntoViewIfNeeded();
    await checkState(page, 'a table of terms');
    await term.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('15');
    await moveTo(page, '几天（日历日）');
    await preview.getByText('答复期限：15个工作日').waitFor();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByTitle('YAML').click();
    const yaml = await page.getByLabel('YAML 内容').inputValue();
    expect(yaml).toContain('periods: [{ workdays: 15, basis: { law: ogi-2019, article: 33, paragraph: 2 } }]');
    expect(yaml).toContain('periods: [{ given: true, basis: { law: ogi-2019, article: 30 } }]');
    expect(yaml).toContain('# --- Filing and receipt');
  });

  test('changes a paragraph of a letter, is told of a name nobody can fill in, and sees it as it is printed', {
    timeout: 120_000,
  }, async () => {
    const page = await open('文书与报告的写法', '政府信息公开申请延期答复告知书');
    const preview = page.getByRole('region', { name: '印出来的样子' });
    await preview.getByText('将于').first().waitFor();
    await checkState(page, 'a letter');
    const paragraph = page.getByRole('group', { name: '各段' }).first().getByLabel('一段文字');
    const before = await paragraph.inputValue();
    await paragraph.fill(`${before}联系人：{extension.clerk}。`);
    await page.getByLabel('写下意见').focus();
    await page.getByText('没有叫“extension.clerk”的事实').first().waitFor();
    await checkState(page, 'a letter with a name that is none');
    await paragraph.fill(`${before}批准人：{extension.approver}。`);
    await page.getByLabel('写下意见').focus();
    await preview.getByText('批准人：〔批准人〕。').waitFor();
    await page.getByText('没有叫').first().waitFor({ state: 'hidden' });
    const saved = page.waitForEvent('download');
    await moveTo(page, '下载 PDF 样张', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/u);
  });

  test('enters an item of the lists, published on several channels', { timeout: 90_000 }, async () => {
    const page = await open('机关信息与设置', '公开清单');
    await page.getByRole('button', { name: '增加信息公开清单' }).focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('group', { name: '信息公开清单', exact: true });
    for (const [label, words] of [
      ['编号', 'budget-2026'],
      ['标题', '2026年部门预算'],
      ['信息类别', '财政预决算'],
      ['制作单位', '局办公室'],
      ['公开单位', '局办公室'],
      ['应在哪天前公开', '2026-12-31'],
    ] as const)
      await item.getByLabel(label, { exact: true }).fill(words);
    await item.getByLabel('政府网站').focus();
    await page.keyboard.press('Space');
    await moveTo(page, '政务微信');
    await page.keyboard.press('Space');
    await page.getByLabel('写下意见').focus();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.locator('.problems').waitFor({ state: 'hidden' });
    await checkState(page, 'an item of the lists');
    await page.getByTitle('YAML').click();
    const yaml = await page.getByLabel('YAML 内容').inputValue();
    expect(readData(yaml)?.items).toMatchObject([{ id: 'budget-2026', channels: ['website', 'wechat'] }]);
    expect(yaml).toContain('# Lists of the report on 2017');
  });

  test('is told of what has no form that it is changed as YAML', { timeout: 90_000 }, async () => {
    const page = await open('整个文件', '同义词', 'synonyms');
    await page.getByText('这类内容没有表单').waitFor();
    await page.getByLabel('YAML 内容').waitFor();
    await checkState(page, 'a file without a form');
  });
});
