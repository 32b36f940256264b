import { describe, expect, test } from 'vitest';
import { openCase } from '../../../src/cases/index.ts';
import { appendLines, joinQueue, keepLeftWords, type Store } from '../../../src/store/index.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { actingRules, DRAFT, PEOPLE } from '../../cases/office.ts';
import { seededRandom } from '../../delivery/desk-under-test.ts';
import { hire, PASSWORD } from '../api/open-office.ts';
import { signIn, useConsole } from './console-fixture.ts';
import { PAYLOADS } from './payloads.ts';

const now = () => new Date();
/** Lines one conversation shows at once. */
const LINES = 200;
const FIELDS = 5;

/** Everything a citizen says: 200 payloads in each of two conversations, and what they leave while waiting. */
async function sayAll(store: Store): Promise<void> {
  for (let start = 0; start < PAYLOADS.length; start += LINES) {
    const key = { channel: 'web', conversation: `c${start}` };
    const lines = PAYLOADS.slice(start, start + LINES).map((text) => {
      return { from: 'citizen', message: { kind: 'text', text } } as const;
    });
    await store.transaction(async (executor) => {
      const { id } = await joinQueue(executor, key, '', now());
      await keepLeftWords(executor, id, { message: PAYLOADS[start] ?? '', contact: PAYLOADS[start + 1] ?? '' });
      await appendLines(executor, key, lines, now());
    });
  }
}

/** Everything a citizen fills in: each request carries five of them. */
async function fileAll(store: Store): Promise<void> {
  const key = { channel: 'web', conversation: 'c-form' };
  for (let at = 0; at < PAYLOADS.length; at += FIELDS) {
    const [description = '', name, address, email, phone] = PAYLOADS.slice(at, at + FIELDS);
    const draft = { ...DRAFT, id: `d${at}`, description, name, address, email, phone };
    await store.transaction((executor) =>
      openCase(
        { ...actingRules, executor, now: now() },
        {
          draft,
          key,
          actor: PEOPLE.requester,
          event: 'filed',
          random: seededRandom(`d${at}`),
          numberPrefix: 'SPB',
          fields: {},
        },
      ),
    );
  }
}

describe.skipIf(!hasChromium)('words of citizens', () => {
  const { openHouse, visit } = useConsole();

  test('are shown as words: none of 400 that could run does', { timeout: 120_000 }, async () => {
    expect(PAYLOADS).toHaveLength(400);
    const { store, address } = await openHouse();
    await sayAll(store);
    await fileAll(store);
    await hire({ store, now }, 'li', ['registrar'], { name: '李姐' });
    const page = await visit(`${address}desk/`);
    const ran: number[] = [];
    await page.exposeFunction('ran', (which: number) => ran.push(which));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push(-1)));
    await signIn(page, 'li', PASSWORD);
    await page.getByRole('heading', { name: '今天' }).waitFor();

    for (const id of [1, 2]) {
      await page.goto(`${address}desk/conversations/${id}`);
      await page
        .locator('.line-citizen')
        .nth(LINES - 1)
        .waitFor();
    }
    expect(await page.locator('.line-citizen').first().textContent()).toContain('<');
    await page.goto(`${address}desk/requests`);
    await page.locator('.ant-table-row').first().waitFor();
    await page.getByText('按状态').click();
    await page
      .locator('.board li')
      .nth(PAYLOADS.length / FIELDS - 1)
      .waitFor();
    const first = page.locator('.board a').first();
    await first.click();
    await page.getByRole('button', { name: '查看完整个人信息' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('核对');
    await page.getByRole('dialog').getByRole('button', { name: '查看完整个人信息' }).click();
    await page.getByText('ran(').first().waitFor();
    await page.getByText('文书', { exact: true }).waitFor();
    await page.locator('.ant-collapse-header').first().click();
    await page.locator('.paper').first().waitFor();
    expect(ran).toEqual([]);
  });
});
