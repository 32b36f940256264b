import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '../../../../src/messages.ts';
import { messages as pageMessages } from '../project.ts';
import { fillForm, readRow } from './fill-form.ts';
import { hasChromium } from './open-browser.ts';
import { usePages } from './page-fixture.ts';
import { prepareRealDesk } from './real-desk.ts';
import { box, choose, lastReply, say, waitForReply } from './talk.ts';
import { checkState, keepPicture } from './watch-page.ts';

const NETWORK_CUT = /net::ERR_/u;
const desk = prepareRealDesk();

describe.skipIf(!hasChromium)('the main line, on the page and the real desk behind it', () => {
  const { visit } = usePages();
  let address = '';

  beforeAll(async () => {
    address = await desk.start();
  }, 60_000);
  afterAll(() => desk.stop());

  test('ask, choose what is related, look up a figure, be referred', { timeout: 60_000 }, async () => {
    const page = await visit(address, { viewport: { width: 1000, height: 760 } });
    await page.getByRole('button', { name: '怎么申请信息公开？' }).click();
    await lastReply(page).locator('.sources').getByText('第二十九条').waitFor();
    await checkState(page, 'real-1-answer');
    await choose(page, '申请里要写什么');
    await say(page, '2017年收到多少件申请？');
    await lastReply(page).getByText('35件').first().waitFor();
    await checkState(page, 'real-2-figure');
    await say(page, '大连的社保该找谁？');
    await lastReply(page).getByText('大连').first().waitFor();
    await checkState(page, 'real-3-referral');
  });

  test('a filing survives a crash of the desk and a reload, ends with a receipt and is found again', {
    timeout: 120_000,
  }, async () => {
    const page = await visit(address, { viewport: { width: 1000, height: 760 } }, [NETWORK_CUT]);
    await waitForReply(page, () => page.getByRole('button', { name: '提交公开申请' }).click());
    await fillForm(page, '证件号码');
    await checkState(page, 'real-4-field');

    await desk.crash();
    await box(page).fill('11010519491231002x');
    await box(page).press('Enter');
    await page.getByText('还没送出').first().waitFor();
    await desk.start();
    await page.getByLabel('联系电话').waitFor({ timeout: 40_000 });

    await page.reload();
    await page.locator('.field-label').waitFor();
    await fillForm(page);
    expect(await readRow(page, '姓名或名称')).toBe('王小明');
    await checkState(page, 'real-5-review');
    await choose(page, '确认提交');
    const number = await readRow(page, '申请编号');
    const code = await readRow(page, '查询码');
    expect(number).toMatch(/^[A-Z]+-\d{4}-\d{6}$/u);
    await checkState(page, 'real-6-receipt');
    await page.emulateMedia({ media: 'print' });
    await keepPicture(page, 'real-7-print');
    await page.emulateMedia({ media: 'screen' });

    await say(page, '查我的申请进度');
    await say(page, `${number} ${code}`);
    await lastReply(page).getByText(number).first().waitFor();
    await checkState(page, 'real-8-status');
  });

  test.each(LOCALES)(
    'every suggestion of the first screen is answered at once: %s',
    { timeout: 60_000 },
    async (locale) => {
      for (const key of [
        'suggest_1',
        'suggest_2',
        'suggest_3',
        'suggest_4',
        'suggest_file_text',
        'suggest_track_text',
      ]) {
        const response = await fetch(`${address}api/chat/${crypto.randomUUID()}/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: key, text: pageMessages[locale][`web.${key}`] }),
        });
        const { kind } = (await response.json()) as { kind: string };
        expect(`${key}: ${kind}`).toMatch(/: (?:answer|figure|referral|request|status)$/u);
      }
    },
  );

  test('answers in English when asked in English', { timeout: 60_000 }, async () => {
    const page = await visit(address, { locale: 'en-GB', viewport: { width: 390, height: 760 }, isMobile: true });
    await page.getByRole('button', { name: 'How long does the answer take?' }).click();
    await lastReply(page).getByText('20 working days').first().waitFor();
    await checkState(page, 'real-9-english');
  });
});
