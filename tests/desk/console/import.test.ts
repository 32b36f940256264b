import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire } from '../api/open-office.ts';
import { checkState, useConsole } from './console-fixture.ts';
import { moveTo, signInByKeyboard } from './use-keyboard.ts';

const now = () => new Date();
/** A report there is already, with one figure that differs, one that is the same, one that is new and one it lacks. */
const REPORT = [
  '沈阳市信访局2017年政府信息公开工作年度报告',
  '一、总体情况',
  '全年共发布信息13条。其中网站10条。微信发布1条。',
].join('\n');
const LAW = '第三十三条 二十日内答复。\n第三十四条 另行通知。';
const OLD_LAW = '第三十三条 十五日内答复。';

describe.skipIf(!hasChromium)('the import page', () => {
  const { openHouse, visit } = useConsole();

  async function openImport() {
    const { store, address } = await openHouse();
    await hire({ store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    const page = await visit(`${address}desk/knowledge/import`, { viewport: { width: 320, height: 740 } });
    await signInByKeyboard(page, 'li');
    // The browser hands choosers over only once somebody listens, which a busy machine may learn after the key was pressed.
    page.on('filechooser', () => {});
    return page;
  }

  test('on a phone and with the keyboard alone: a report that stands already is shown old beside new, and the draft changes what was chosen', {
    timeout: 120_000,
  }, async () => {
    const page = await openImport();
    await checkState(page, 'import-1-page');
    await moveTo(page, '或者贴上报告全文');
    await page.keyboard.insertText(REPORT);
    await moveTo(page, '读出数据');
    await page.keyboard.press('Enter');
    await page.getByText('1 个数据不同，1 个一致，1 个这次没有读到').waitFor();
    await checkState(page, 'import-2-compared');
    const row = page.getByRole('row').filter({ hasText: '13条' });
    await row.locator('del').getByText('12条').waitFor();
    await row.getByText('共发布信息12条').waitFor();
    expect(await page.getByLabel(/采用：.*网站/u).isChecked()).toBe(false);
    expect(await page.getByLabel(/采用：.*微信发布/u).isChecked()).toBe(true);

    await moveTo(page, '用新的替换：');
    await page.keyboard.press('Space');
    await moveTo(page, '去掉：报刊发布');
    await page.keyboard.press('Space');
    await moveTo(page, '成文日期');
    await page.keyboard.type('2018-03-08');
    await moveTo(page, '发布日期');
    await page.keyboard.type('2018-03-23');
    await moveTo(page, '我已逐个与原文核对');
    await page.keyboard.press('Space');
    await checkState(page, 'import-3-chosen');
    await moveTo(page, '把采用的 3 个存成草稿');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '打开草稿' }).waitFor();
    await moveTo(page, '打开草稿');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /导入报告：沈阳市信访局2017年/u }).waitFor();
    const yaml = await page.getByRole('textbox', { name: 'YAML' }).inputValue();
    expect(yaml).toContain('value: 13\n    unit: 条\n    section: 一\n    quote: 全年共发布信息13条');
    expect(yaml).toContain('phrasings: [发了多少条信息]');
    expect(yaml).not.toContain('id: posts-paper');
  });

  test('a law gives its articles to cite; beside its earlier text, what changed and what cites that', {
    timeout: 90_000,
  }, async () => {
    const page = await openImport();
    await moveTo(page, '或者贴上新文本');
    await page.keyboard.insertText(LAW);
    await moveTo(page, '旧文本');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'old.txt', mimeType: 'text/plain', buffer: Buffer.from(OLD_LAW) });
    await moveTo(page, '知识库里的哪部法规');
    await page.keyboard.type('政府信息公开条例');
    await page.getByTitle('中华人民共和国政府信息公开条例（2019-05-15）').waitFor();
    await page.keyboard.press('Enter');
    await moveTo(page, '读出条文');
    await page.keyboard.press('Enter');
    await page.getByText('共 2 条，2 条有变动').waitFor();
    await page.getByText('第33条有改动').waitFor();
    await page.getByText('第34条新增').waitFor();
    await page
      .getByText(/解答 · .*引用第33条/u)
      .first()
      .waitFor();
    await moveTo(page, '全部条文');
    await page.keyboard.press('Enter');
    await page.getByText('{ law: ogi-2019, article: 33 }').waitFor();
    await checkState(page, 'import-4-law');
  });

  test('a table with one bad row puts nothing in and says where; mended it becomes a draft', {
    timeout: 90_000,
  }, async () => {
    const page = await openImport();
    const choose = async (table: string) => {
      await page
        .getByLabel('选择文件')
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
      await page.getByRole('button', { name: '导入', exact: true }).click();
    };
    await choose('名称,区划代码,来源\n某市水务局,沈阳,某网站\n');
    await page.getByText('有 1 处要改，没有导入').waitFor();
    await checkState(page, 'import-5-table');
    // What is far too large is told before it is sent, and the report's file just so.
    for (const [place, label] of ['选择文件', '报告文件'].entries()) {
      const large = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(7 * 1024 * 1024, '1') };
      await page.getByLabel(label).setInputFiles(large);
      await page.getByRole('alert').filter({ hasText: '文件有 7 MB，最多 6 MB，没有发送' }).nth(place).waitFor();
    }
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
    await checkState(page, 'import-6-too-large');
    await choose('名称,区划代码,来源\n某市水务局,210100,某网站\n');
    await page.getByRole('link', { name: '打开草稿' }).click();
    await page.getByRole('heading', { name: /^草稿：/u }).waitFor();
  });
});
