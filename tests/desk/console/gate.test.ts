import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishRelease, pushFolder } from '../../../src/desk/releases/index.ts';
import { readPublications, readReleases, recordUnanswered, type Store } from '../../../src/store/index.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { breakKnowledge } from '../../knowledge/break-knowledge.ts';
import { hire, PASSWORD } from '../api/open-office.ts';
import { checkState, signIn, useConsole } from './console-fixture.ts';
import { moveTo, signInByKeyboard } from './use-keyboard.ts';

const now = () => new Date();
const ASKED = '啥时能回复我呀';
const PHONE = { viewport: { width: 320, height: 740 } };

/** Two releases published one after the other: the hash of the first. */
async function publishTwice(store: Store): Promise<string> {
  const folder = breakKnowledge();
  for (const minutes of [60, 30]) {
    const at = new Date(Date.now() - minutes * 60_000);
    await pushFolder(store, folder, { by: 'zhou', now: at });
    const release = (await readReleases(store))[0]?.hash ?? '';
    await store.transaction((executor) => publishRelease(executor, { release, from: at, by: 'zhou', now: at }));
    appendFileSync(join(folder.knowledgeDirectory, 'town/answers/basics.yaml'), '# 改过\n');
  }
  return (await readPublications(store)).toSorted((one, other) => one.seq - other.seq)[0]?.release ?? '';
}

describe.skipIf(!hasChromium)('before something is published', () => {
  const { openHouse, visit } = useConsole();

  test('what people really asked is suggested; an answer that got worse is seen and blocks, until someone with the right says why', {
    timeout: 120_000,
  }, async () => {
    const { store, address } = await openHouse();
    const asked = { question: ASKED, nearest: 'answer-deadline', channel: 'web', why: 'unsettled' } as const;
    await store.transaction((executor) => recordUnanswered(executor, asked, now()));
    await hire({ store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    await hire({ store, now }, 'zhou', ['knowledge_editor', 'knowledge_publisher'], { name: '周工' });
    const editor = await visit(`${address}desk/knowledge/entries`, PHONE);
    await signIn(editor, 'li', PASSWORD);
    await editor.getByRole('button', { name: '多久答复' }).click();
    await editor.getByRole('button', { name: `加进问法：${ASKED}` }).click();
    await editor.getByRole('button', { name: `加进问法：${ASKED}` }).waitFor({ state: 'hidden' });
    expect(await editor.getByLabel('市民的问法').inputValue()).toContain(ASKED);
    await editor.getByLabel('写下意见').focus();
    await editor.getByText('已保存', { exact: true }).waitFor();
    await editor.getByText('YAML', { exact: true }).click();
    const yaml = editor.getByRole('textbox', { name: 'YAML' });
    expect(await yaml.inputValue()).toContain(ASKED);
    // A question of another entry becomes a test of this one: it is answered otherwise than it asks for.
    await yaml.fill(`${(await yaml.inputValue()).trimEnd()}\ntests: [年报在哪看]\n`);
    await editor.getByLabel('写下意见').focus();
    await editor.getByText('已保存', { exact: true }).waitFor();
    await editor.getByRole('button', { name: '试问全部测试问题' }).click();
    await editor.getByText(/有 1 个比现在答得差/u).waitFor();
    await editor.getByRole('row', { name: /年报在哪看.*变差/u }).waitFor();
    await checkState(editor, 'gate-1-worse');
    await editor.getByRole('button', { name: '提交复核' }).click();
    await editor.getByText('等另一位同事复核').waitFor();
    // Who may not publish is not offered it.
    expect(await editor.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);

    const publisher = await visit(`${address}desk/`);
    await signIn(publisher, 'zhou', PASSWORD);
    await publisher.getByRole('link', { name: '多久答复' }).click();
    await publisher.getByRole('button', { name: '复核通过' }).click();
    await publisher.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = publisher.getByRole('dialog');
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await dialog.getByText('请填写这一项').waitFor();
    await checkState(publisher, 'gate-2-because');
    expect(await readPublications(store)).toEqual([]);
    await dialog.getByLabel('仍要发布的理由').fill('年报条目另行调整');
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await publisher.getByText('已发布').first().waitFor();
    // What was served from the folder is kept as a release of its own, to come back to.
    expect(await readPublications(store)).toMatchObject([
      { because: '年报条目另行调整', by: '周工' },
      { because: null },
    ]);
  });

  test('a release is taken back with the keyboard alone, in one step and with the reason', {
    timeout: 90_000,
  }, async () => {
    const { store, address } = await openHouse();
    const first = await publishTwice(store);
    await hire({ store, now }, 'zhou', ['knowledge_publisher'], { name: '周工' });
    const page = await visit(`${address}desk/knowledge/releases`, PHONE);
    await signInByKeyboard(page, 'zhou');
    await page.getByRole('button', { name: '退回上一版' }).waitFor();
    await moveTo(page, '退回上一版');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('原因').waitFor();
    await checkState(page, 'gate-3-back');
    await page.keyboard.type('说法不通顺');
    await moveTo(page, '退回上一版');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '说法不通顺' }).waitFor();
    await checkState(page, 'gate-4-taken-back');
    const publications = (await readPublications(store)).toSorted((one, other) => one.seq - other.seq);
    expect(publications.map(({ release }) => release)).toEqual([first, expect.not.stringContaining(first), first]);
  });
});
