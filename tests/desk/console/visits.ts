import type { Page } from 'playwright-core';

interface Visit {
  readonly path: string;
  /** Words that stand there once everything was read. */
  readonly shows: string | RegExp;
}

/** Where each address leads in the seeded desk. A page that is missing here fails the test. */
export function listVisits(number: string, digest: string): Readonly<Record<string, Visit>> {
  return {
    '/': { path: '/', shows: '待核对的答复' },
    '/conversations': { path: '/conversations', shows: '编号找不到了' },
    '/conversations/:id': { path: '/conversations/1', shows: '我来接待' },
    '/conversations/answers/:id': { path: '/conversations/answers/1', shows: '核对无误，发送' },
    '/requests': { path: '/requests', shows: number },
    '/requests/:number': { path: `/requests/${number}`, shows: '答复期限：' },
    '/knowledge': { path: '/knowledge', shows: '问过 2 次' },
    '/knowledge/entries': { path: '/knowledge/entries', shows: '多久答复' },
    '/knowledge/drafts': { path: '/knowledge/drafts', shows: '草稿' },
    '/knowledge/drafts/:id': { path: '/knowledge/drafts/1', shows: '写下意见' },
    '/knowledge/lists': { path: '/knowledge/lists', shows: '信访风险评估' },
    '/knowledge/links': { path: '/knowledge/links', shows: '还没有检查过' },
    '/knowledge/import': { path: '/knowledge/import', shows: '选择文件' },
    '/knowledge/releases': { path: '/knowledge/releases', shows: '发布版' },
    '/people': { path: '/people', shows: '李姐' },
    '/hours': { path: '/hours', shows: '增加特殊日期' },
    '/channels': { path: '/channels', shows: 'Telegram' },
    '/retention': { path: '/retention', shows: '5' },
    '/keys': { path: '/keys', shows: '使用中' },
    '/figures': { path: '/figures', shows: '沈阳市公安局' },
    '/digests': { path: '/digests', shows: '每日访情' },
    '/digests/:name': { path: `/digests/${digest}`, shows: '每日访情' },
    '/report': { path: '/report', shows: '主动公开政府信息（条）' },
    '/record': { path: '/record', shows: '登录' },
  };
}

/** Goes on within the page, as a click in the menu does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/desk${path}`);
}
