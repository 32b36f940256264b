import { describe, expect, test } from 'vitest';
import { turn } from '../../src/conversation/turn.ts';
import {
  findRequest,
  findRequestsBy,
  keepHandOver,
  readAccesses,
  readLatestLines,
  readRequestEvents,
  type Store,
} from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted, textsOf } from './desk-under-test.ts';
import { FILE, FORM } from './filing-words.ts';

const release = openRelease();

/** Talks to the real desk; each line is answered by what the desk says. */
async function open() {
  const store: Store = await openTemporary();
  const desk = openScripted(store, { turn, release: () => release, pageUrl: 'https://desk.example/' });
  let count = 0;
  const say = async (text: string) => {
    count += 1;
    return textsOf(await desk.receive(message(`m${count}`, text))).join('\n');
  };
  const said = async () => JSON.stringify(await desk.readTranscript(conversationId('c1'), 0));
  return { store, desk, say, said };
}

describe('my data', () => {
  test('is shown: how much is kept, which answers a form holds by name and not by value, and one’s rights', async () => {
    const { say } = await open();
    for (const text of FORM) await say(text);
    const shown = await say('我的数据');
    expect(shown).toMatch(/保存着 \d+ 条消息/u);
    expect(shown).toContain('姓名或名称、证件号码、联系电话');
    expect(shown).not.toMatch(/诸葛鹦鹉|13812341234/u);
    expect(shown).toContain('撤回同意');
  });

  test('is deleted after one question: transcript, draft, links; a record says so without saying whose', async () => {
    const { store, say, said } = await open();
    for (const text of FORM) await say(text);
    const draft = { id: 'd1', name: '诸葛鹦鹉' };
    await keepHandOver(store, { channel: 'web', conversation: 'c1' }, { token: 't', draft, expiresAt: NOW });
    expect(await say('删除我的信息')).toContain('不能恢复');
    expect(await said()).toContain('诸葛鹦鹉');
    expect(await say('确认删除')).toContain('已经删除');
    expect(await said()).not.toMatch(/诸葛鹦鹉|沈信发|1234/u);
    expect(await store.db.selectFrom('hand_overs').selectAll().execute()).toEqual([]);
    const [record] = await readAccesses(store);
    expect(record).toMatchObject({ who: 'requester', reason: expect.stringContaining('"handOvers":1') });
    expect(JSON.stringify(record)).not.toMatch(/诸葛|c1"/u);
    expect(await say('继续')).toContain('没有正在填');
  });

  test('of a request that was filed stays, and why is said with the articles', async () => {
    const { store, say, said } = await open();
    for (const text of FILE) await say(text);
    expect(await say('我的数据')).toContain('https://desk.example/documents');
    await say('撤回同意');
    const erased = await say('确认删除');
    expect(erased).toContain('SPB-2026-000001');
    expect(erased).toContain('第四十七条');
    expect(await said()).not.toContain('诸葛鹦鹉');
    expect(await findRequest(store, 'SPB-2026-000001')).toMatchObject({ personal: { name: '诸葛鹦鹉' } });
  });

  test('is kept when the person thinks better of it, and an old button asks again', async () => {
    const { desk, say, said } = await open();
    await say('2017年收到多少件申请');
    await say('删除我的信息');
    expect(await say('先不删')).toContain('都留着');
    const stale = await desk.receive(message('old', { kind: 'choice', value: 'my-data/confirm' }));
    expect(textsOf(stale)[0]).toContain('不能恢复');
    expect(await said()).toContain('2017');
  });

  test.each(['我想查我的数据公开情况的文件', '删除我的案底', '我的信息公开申请'])(
    '%s is no such wish',
    async (text) => {
      const { say } = await open();
      expect(await say(text)).not.toMatch(/保存着|不能恢复/u);
    },
  );

  test('how one is reached is corrected with number and code, found anew, and seen by staff without the value', async () => {
    const { store, say } = await open();
    for (const text of FILE) await say(text);
    const receipt = JSON.stringify(await readLatestLines(store, { channel: 'web', conversation: 'c1' }, 3));
    const secret = /"([2-9B-DF-HJ-NP-TV-Z]{8})"/u.exec(receipt)?.[1] ?? '';
    const number = 'SPB-2026-000001';
    expect(await say('更正我的电话')).toContain('查询码');
    expect(await say(secret)).toContain('第四十六条');
    expect(await say('电话 1381234')).toContain('11位');
    expect(await say('名字写错了')).toContain('先核对身份');
    expect(await say('电话改成 13998765432')).toContain(`申请${number}的联系电话已经更正`);
    expect(await findRequest(store, number)).toMatchObject({ personal: { name: '诸葛鹦鹉', phone: '13998765432' } });
    expect(await findRequestsBy(store, { phone: '13998765432' })).toEqual([number]);
    expect(await findRequestsBy(store, { phone: '13812341234' })).toEqual([]);
    const last = (await readRequestEvents(store, number)).at(-1);
    expect(last).toMatchObject({ kind: 'supplemented', fields: { text: '申请人更正了联系电话' } });
    expect((await readAccesses(store)).at(0)).toMatchObject({
      who: 'requester',
      what: `request ${number} corrected phone`,
    });
  });
});
