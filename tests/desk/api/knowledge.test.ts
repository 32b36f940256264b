import { describe, expect, test } from 'vitest';
import { recordUnanswered } from '../../../src/store/index.ts';
import { openRelease } from '../../conversation/converse.ts';
import { approve, openKnowledge, post, readServed } from './edit-knowledge.ts';
import { type Browser, call, type Office } from './open-office.ts';

const MATTERS = 'knowledge/town/jurisdiction/matters.yaml';
const BASICS = 'knowledge/town/answers/basics.yaml';

async function ask({ store, now }: Office, question: string, why: 'unsettled' | 'poor' = 'unsettled', times = 1) {
  const miss = { question, nearest: null, channel: why === 'poor' ? 'wechat' : 'web', why };
  for (let count = 0; count < times; count++)
    await store.transaction((executor) => recordUnanswered(executor, miss, now()));
}

/** A draft of the entry on deadlines with `old` replaced by `fresh`, saved. */
async function writeDraft(office: Office, browser: Browser, old: string, fresh: string) {
  const { draft } = (
    await post(office, browser, '/knowledge/drafts', { path: BASICS, entry: 'answer-deadline' })
  ).json();
  const opened = (await call(office, browser, 'GET', `/knowledge/drafts/${draft}`)).json();
  const body = { version: opened.version, text: opened.text.replace(old, fresh) };
  return (await call(office, browser, 'PUT', `/knowledge/drafts/${draft}`, { body })).json();
}

describe('questions that came to nothing', () => {
  test('stand together when they ask the same, counted by how often, without what says who asked', async () => {
    const { office, editor } = await openKnowledge();
    await ask(office, '宠物公园的预算在哪看', 'unsettled', 2);
    await ask(office, '宠物公园预算哪里看', 'poor');
    await ask(office, '我叫张三丰，电话13812341234，住和平区南京街12号楼3单元，鹦鹉几点下班');
    const found = (await call(office, editor, 'GET', '/knowledge/unanswered')).json();
    expect(found.clusters).toHaveLength(2);
    expect(found.clusters[0]).toMatchObject({
      times: 3,
      poor: 1,
      channels: ['web', 'wechat'],
      example: '宠物公园的预算在哪看',
    });
    const told = JSON.stringify(found.clusters[1]);
    expect(told).toContain('鹦鹉几点下班');
    for (const canary of ['张三丰', '13812341234', '12号楼', '3单元']) expect(told).not.toContain(canary);
    await office.app.close();
  });

  test('are dismissed with a reason, or go into an entry in one step as ways it is asked for and as a test', async () => {
    const { office, editor } = await openKnowledge();
    for (const question of ['啥时能回复我呀', '啥时能回复我呢', '啥时候能回复我']) await ask(office, question);
    await ask(office, '今天天气怎么样');
    const list = async () => (await call(office, editor, 'GET', '/knowledge/unanswered')).json().clusters;
    const [replies, weather] = await list();
    const dismissing = { fingerprints: weather.fingerprints, reason: '不归本机关' };
    expect((await post(office, editor, '/knowledge/unanswered/dismiss', dismissing)).json()).toEqual({ settled: 1 });
    const drafting = { fingerprints: replies.fingerprints, path: BASICS, entry: 'answer-deadline' };
    const { draft } = (await post(office, editor, '/knowledge/unanswered/draft', drafting)).json();
    const { data, problems } = (await call(office, editor, 'GET', `/knowledge/drafts/${draft}`)).json();
    expect(problems).toEqual([]);
    expect(data.phrasings.length + data.tests.length).toBeGreaterThan(7);
    expect(data.tests).toHaveLength(1);
    expect(await list()).toEqual([]);
    office.wait(1);
    await ask(office, '啥时能回复我呀');
    expect(await list()).toMatchObject([{ draft }]);
    await office.app.close();
  });

  test('begin a new entry whose answer is for the editor to write', async () => {
    const { office, editor } = await openKnowledge();
    await ask(office, '鹦鹉几点下班');
    const [{ fingerprints }] = (await call(office, editor, 'GET', '/knowledge/unanswered')).json().clusters;
    const { draft } = (
      await post(office, editor, '/knowledge/unanswered/draft', { fingerprints, path: BASICS })
    ).json();
    const { text, problems } = (await call(office, editor, 'GET', `/knowledge/drafts/${draft}`)).json();
    expect(text).toContain('鹦鹉几点下班');
    expect(problems.map(({ field }: { field: string }) => field)).toContain('versions.0.answer');
    await office.app.close();
  });
});

describe('the holidays of another year', () => {
  const path = 'knowledge/national/calendar/2027.yaml';
  const begin = async (office: Office, browser: Browser, of: string) =>
    post(office, browser, '/knowledge/drafts', { path: of, whole: true });

  test('are begun from nothing, told what is still missing field by field, and published', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const { draft } = (await begin(office, editor, path)).json();
    const opened = (await call(office, editor, 'GET', `/knowledge/drafts/${draft}`)).json();
    expect(opened).toMatchObject({ title: 'national/calendar/2027.yaml', list: null, data: { year: 2027 } });
    expect(opened.problems.length).toBeGreaterThan(0);
    const off = [
      { name: '春节', from: '2027-02-05', to: '2027-02-11' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-32' },
    ];
    const save = async (version: number, data: unknown) =>
      (await call(office, editor, 'PUT', `/knowledge/drafts/${draft}`, { body: { version, data } })).json();
    const notice = { year: 2027, title: '关于2027年部分节假日安排的通知' };
    const wrong = await save(opened.version, { ...notice, off });
    expect(wrong.problems).toMatchObject([{ field: 'off.1.to' }]);
    expect(wrong.data).toMatchObject({ off });
    const right = await save(wrong.version, { ...notice, off: [off[0], { ...off[1], to: '2027-10-07' }] });
    expect(right.problems).toEqual([]);
    const version = await approve(office, right, editor, colleague);
    await post(office, publisher, `/knowledge/drafts/${draft}/publish`, { version });
    expect(await readServed(office, path)).toContain('to: 2027-10-07');
  });

  test.each(['knowledge/national/calendar/next.yaml', 'knowledge/town/answers/more.yaml', 'knowledge/national/x.yaml'])(
    'are the only files begun here, named by their year: not %s',
    async (of) => {
      const { office, editor } = await openKnowledge();
      expect((await begin(office, editor, of)).statusCode).toBe(404);
    },
  );
});

describe('a draft', () => {
  test('is kept as it is typed, names the field that does not hold, and is handed in only when it does', async () => {
    const { office, editor } = await openKnowledge();
    const broken = await writeDraft(office, editor, '2019-05-15', '去年五月');
    expect(broken.problems).toMatchObject([{ field: 'versions.0.from' }]);
    expect(broken.text).toContain('去年五月');
    const refused = await post(office, editor, `/knowledge/drafts/${broken.id}/submit`, { version: broken.version });
    expect(refused.json().error.code).toBe('draft_unsound');
    await office.app.close();
  });

  test('is approved by a second person, published by who may, and served by all from its instant on', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const draft = await writeDraft(office, editor, '20个工作日内答复。', '自收到之日起20个工作日内答复。');
    await post(office, editor, `/knowledge/drafts/${draft.id}/comments`, { text: '写明从哪天算起' });
    await post(office, editor, `/knowledge/drafts/${draft.id}/submit`, { version: draft.version });
    const own = await post(office, editor, `/knowledge/drafts/${draft.id}/review`, { version: 3, approve: true });
    expect(own.statusCode).toBe(403);
    await post(office, colleague, `/knowledge/drafts/${draft.id}/review`, { version: 3, approve: true });
    const early = await post(office, editor, `/knowledge/drafts/${draft.id}/publish`, { version: 4 });
    expect(early.statusCode).toBe(403);
    const trial = (await post(office, publisher, `/knowledge/drafts/${draft.id}/trial`)).json();
    expect(trial).toMatchObject({ regressions: 0, problems: [] });
    expect(trial.rows.map(({ change }: { change: string }) => change)).toContain('reworded');
    const published = await post(office, publisher, `/knowledge/drafts/${draft.id}/publish`, { version: 4 });
    expect(published.statusCode).toBe(200);
    expect(await readServed(office, BASICS)).toContain('自收到之日起20个工作日内答复。');
    await office.app.close();
  });

  test('that makes a test question worse is published only with the reason', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const draft = await writeDraft(office, editor, '    related: [report-where]', '').then(async (opened) => {
      const { text, version, id } = opened;
      const worse = `${text.trimEnd()}\ntests: [年报在哪看]\n`;
      return (await call(office, editor, 'PUT', `/knowledge/drafts/${id}`, { body: { version, text: worse } })).json();
    });
    const version = await approve(office, draft, editor, colleague);
    const publish = (body: object) =>
      post(office, publisher, `/knowledge/drafts/${draft.id}/publish`, { version, ...body });
    expect((await publish({})).json().error.code).toBe('answers_worse');
    expect(await readServed(office, BASICS)).toBe('');
    expect((await publish({ because: '年报条目另行调整' })).statusCode).toBe(200);
    const { publications } = (await call(office, publisher, 'GET', '/knowledge/releases')).json();
    expect(publications[0]).toMatchObject({ because: '年报条目另行调整', by: 'publisher' });
    await office.app.close();
  });

  test('never overwrites what others published meanwhile', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const first = await writeDraft(office, editor, '20个工作日内答复。', '20个工作日内给您答复。');
    const second = await writeDraft(office, colleague, '20个工作日内答复。', '二十个工作日内答复。');
    const version = await approve(office, first, editor, colleague);
    await post(office, publisher, `/knowledge/drafts/${first.id}/publish`, { version });
    office.wait(1);
    const later = await approve(office, second, colleague, editor);
    const refused = await post(office, publisher, `/knowledge/drafts/${second.id}/publish`, { version: later });
    expect(refused.json().error.code).toBe('draft_outdated');
    const opened = (await call(office, colleague, 'GET', `/knowledge/drafts/${second.id}`)).json();
    expect(opened.current).toContain('20个工作日内给您答复。');
    await office.app.close();
  });

  test('planned for later gets what is published before it', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const planned = await writeDraft(office, editor, '20个工作日内答复。', '20个工作日内给答复。');
    const at = new Date(office.now().getTime() + 3_600_000).toISOString();
    const version = await approve(office, planned, editor, colleague);
    await post(office, publisher, `/knowledge/drafts/${planned.id}/publish`, { version, at });
    const { draft: id } = (
      await post(office, editor, '/knowledge/drafts', { path: MATTERS, entry: 'archive-lookup' })
    ).json();
    const { text } = (await call(office, editor, 'GET', `/knowledge/drafts/${id}`)).json();
    const body = { version: 1, text: text.replace(/^title: .*$/mu, 'title: 道路交通违法') };
    await call(office, editor, 'PUT', `/knowledge/drafts/${id}`, { body });
    const second = await approve(office, { id, version: 2 }, editor, colleague);
    expect((await post(office, publisher, `/knowledge/drafts/${id}/publish`, { version: second })).statusCode).toBe(
      200,
    );
    office.wait(1);
    expect(await readServed(office, BASICS)).not.toContain('日内给答复');
    expect(await readServed(office, MATTERS)).toContain('道路交通违法');
    office.wait(60);
    expect(await readServed(office, BASICS)).toContain('日内给答复');
    expect(await readServed(office, MATTERS)).toContain('道路交通违法');
    await office.app.close();
  });

  test('is taken back in one step, by one of two who try', async () => {
    const { office, editor, colleague, publisher } = await openKnowledge();
    const publish = async (old: string, fresh: string, body: object) => {
      const draft = await writeDraft(office, editor, old, fresh);
      const version = await approve(office, draft, editor, colleague);
      return post(office, publisher, `/knowledge/drafts/${draft.id}/publish`, { version, ...body });
    };
    await publish('20个工作日内答复。', '20个工作日内给答复。', {});
    office.wait(1);
    await publish('- 等到哪天', '- 等到哪一天呢', {});
    office.wait(1);
    const { served, previous } = (await call(office, publisher, 'GET', '/knowledge/releases')).json();
    expect(previous).not.toBeNull();
    const back = await post(office, publisher, '/knowledge/roll-back', { reason: '说法不通顺', served });
    expect(back.json().release).toBe(previous);
    const twice = await post(office, publisher, '/knowledge/roll-back', { reason: '说法不通顺', served: previous });
    expect(twice.json().error.code).toBe('changed');
    office.wait(1);
    expect(await readServed(office, BASICS)).not.toContain('等到哪一天呢');
    await office.app.close();
  });
});

test('an entry is seen as citizens would see it on every channel, before anything is published', async () => {
  const release = openRelease();
  const { office, editor } = await openKnowledge({ release: () => release });
  const { entries } = (await call(office, editor, 'GET', '/knowledge/entries')).json();
  expect(entries.find(({ id }: { id: string }) => id === 'answer-deadline')).toMatchObject({
    sound: 'duojiudafu djdf',
  });
  const { due } = (await call(office, editor, 'GET', '/knowledge/due')).json();
  expect(due).toEqual([]);
  const text =
    'id: x\ntitle: 收不收费\nphrasings: [收费吗, 要钱吗, 多少钱, 收几块, 免费吗, 花钱吗]\nversions:\n  - from: 2019-05-15\n    answer: 一般不收费。\n    sources: [{ title: 某处公告 }]\nreview: 2027-01-31\n';
  const shown = (await post(office, editor, '/knowledge/preview', { path: BASICS, text })).json();
  expect(shown.previews).toMatchObject([{ channel: 'plain' }]);
  expect(shown.previews[0].parts[0].text).toContain('一般不收费。');
  // A figure of a report is an entry of its own.
  const path = 'knowledge/town/report/2017.yaml';
  const posts = entries.find(({ id }: { id: string }) => id === 'posts');
  expect(posts).toMatchObject({ path, list: 'figures', title: '发布信息' });
  const { draft } = (await post(office, editor, '/knowledge/drafts', { path, entry: 'posts' })).json();
  const opened = (await call(office, editor, 'GET', `/knowledge/drafts/${draft}`)).json();
  expect(opened).toMatchObject({ problems: [], data: { value: 12, quote: '共发布信息12条' } });
  const figure = (await post(office, editor, '/knowledge/preview', { path, text: opened.text })).json();
  expect(figure.previews[0].parts[0].text).toMatch(/发布信息.*12条/u);
  await office.app.close();
});
