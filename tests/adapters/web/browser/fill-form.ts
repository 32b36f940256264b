import type { Page } from 'playwright-core';
import { choose, lastReply, say } from './talk.ts';

/** What a person answers to each field the form may ask for, by its label on the page. */
const ANSWERS: Readonly<Record<string, { readonly say: string } | { readonly choose: string }>> = {
  所需信息: { say: '2017年度信访工作要点' },
  申请人类型: { choose: '个人' },
  姓名或名称: { say: '王小明' },
  证件类型: { choose: '居民身份证' },
  证件号码: { say: '11010519491231002x' },
  联系电话: { say: '138 0000 1234' },
  提供形式: { choose: '电子版' },
  获取方式: { choose: '发到电子邮箱' },
  电子邮箱: { say: 'wang@example.com' },
};

/** Answers whatever is asked until the field `until` is asked or the list to check has come. */
export async function fillForm(page: Page, until = ''): Promise<void> {
  const field = page.locator('.field-label');
  for (;;) {
    const label = (await field.count()) > 0 ? await field.textContent() : null;
    if (label === until) return;
    const answer = label === null ? undefined : ANSWERS[label];
    if (answer === undefined) {
      if ((await lastReply(page).locator('.card').count()) > 0) return;
      await choose(page, /同意并开始|仍然在这里申请/u);
    } else if ('say' in answer) await say(page, answer.say);
    else await choose(page, answer.choose);
  }
}

/** What stands beside a label in the newest list or receipt. */
export async function readRow(page: Page, label: string): Promise<string> {
  const row = lastReply(page).locator('.row').filter({ hasText: label });
  return (await row.locator('dd').first().textContent()) ?? '';
}
