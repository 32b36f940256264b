import { expect, test } from 'vitest';
import { createReportReader } from '../../../src/reports/index.ts';
import { scriptedRelease } from '../../delivery/scripted-turn.ts';
import { asXlsx, encodeGbk } from '../../reports/made-files.ts';
import { asHtml, asText } from '../../reports/made-report.ts';
import { call, hire, openOffice, seat } from './open-office.ts';

const { base } = scriptedRelease;
const release = {
  ...scriptedRelease,
  base: {
    ...base,
    profile: { ...base.profile, name: '青禾县民政局' },
    published: { metrics: [{ id: 'site', metric: '门户网站', names: ['门户网站'] }], reports: [] },
  },
};
const HEAD = {
  authority: '青禾县民政局',
  year: 2023,
  title: '青禾县民政局2023年政府信息公开工作年度报告',
  signed: '2024-01-20',
  published: '2024-01-25',
  url: 'https://www.example.gov.cn/2023.html',
};

async function openImport() {
  const office = await openOffice({ release: () => release });
  const editor = await seat(office, await hire(office, 'editor', ['knowledge_editor']));
  const post = (path: string, body: unknown) => call(office, editor, 'POST', `/knowledge${path}`, { body });
  const draftOf = async (answer: Awaited<ReturnType<typeof post>>) =>
    (await call(office, editor, 'GET', `/knowledge/drafts/${answer.json().draft}`)).json();
  return { post, draftOf };
}

test('a report pasted in gives figures with words and places, and those kept become a draft that holds', async () => {
  const { post, draftOf } = await openImport();
  const read = (await post('/import/report', { text: asText() })).json();
  expect(read).toMatchObject({ refused: null, own: true, authority: '青禾县民政局', year: 2023, mismatches: [] });
  expect(read.checked).toBeGreaterThan(40);
  const site = read.figures.find(({ metric }: { metric: string }) => metric.endsWith('门户网站'));
  expect(site).toMatchObject({ value: 400, unit: '条', line: 3, as: 'site', from: 'prose' });
  expect(site.quote).toContain('门户网站400条');
  const kept = read.figures.filter(({ from }: { from: string }) => from === 'prose' || from === '三').slice(0, 12);
  const { sections } = read;

  const own = await draftOf(await post('/import/report/draft', { ...HEAD, own: true, sections, figures: kept }));
  expect(own).toMatchObject({ path: 'knowledge/town/report/2023.yaml', base: '', problems: [], state: 'open' });
  expect(own.data.figures).toHaveLength(kept.length);
  expect(own.data.sections).toMatchObject({ 一: '总体情况' });
  // What a figure says it stands in is one of the sections: nothing is left to mend before it can be published.
  const named = own.data.figures.map(({ section }: { section: string }) => section);
  expect(Object.keys(own.data.sections)).toEqual(expect.arrayContaining(named));

  const others = { ...HEAD, own: false, sections, figures: kept };
  const published = await draftOf(await post('/import/report/draft', others));
  expect(published).toMatchObject({ path: 'knowledge/town/published.yaml', problems: [] });
  expect(published.data.reports).toMatchObject([
    { authority: HEAD.authority, figures: [{ metric: 'site', value: 400 }] },
  ]);
});

test('where the year has a file already only what is new is added, and the rest stays as it is written', async () => {
  const { post, draftOf } = await openImport();
  const figure = {
    metric: '公开信息',
    value: 7,
    unit: '条',
    approximate: false,
    section: null,
    quote: '公开7条',
    as: null,
  };
  const body = { ...HEAD, year: 2017, own: true, sections: [], figures: [figure] };
  const draft = await draftOf(await post('/import/report/draft', body));
  expect(draft.base).not.toBe('');
  // Figures are followed by other keys in this file: they stay where they are.
  const added = draft.text.split('\n').filter((line: string) => !draft.base.split('\n').includes(line));
  expect(added.map((line: string) => line.trim())).toEqual([
    'sections: { 一: 总体情况, 引言: 引言 }',
    '- id: gong-kai-xin-xi',
    'metric: 公开信息',
    'value: 7',
    'section: 引言',
    'quote: 公开7条',
  ]);
});

test('a figure that stands already is shown beside the one read, and takes its value, section and quote where somebody chose so', async () => {
  const { post, draftOf } = await openImport();
  const figure = (metric: string, value: number, quote: string) => ({
    metric,
    value,
    unit: '条',
    approximate: false,
    section: '二、主动公开情况',
    quote,
    as: null,
  });
  const figures = [
    // By its name; by the words around the number; and one nobody has yet.
    figure('发布信息', 13, '全年共发布信息13条'),
    figure('网站', 10, '其中网站10条，报刊两条'),
    figure('微信', 1, '微信1条'),
  ];
  const whose = { own: true, authority: HEAD.authority, year: 2017 };
  const compared = (await post('/import/report/compare', { ...whose, figures })).json();
  expect(compared.figures.map(({ state }: { state: string }) => state)).toEqual(['changed', 'same', 'new']);
  expect(compared.figures[0].standing).toMatchObject({
    id: 'posts',
    value: 12,
    quote: '共发布信息12条',
    section: '一',
  });
  expect(compared.lacking).toMatchObject([{ id: 'posts-paper', value: 2, quote: '报刊两条' }]);

  const sections = [{ number: '二', heading: '主动公开情况' }];
  const replaces = ['posts', 'posts-web', null];
  const chosen = figures.map((each, at) => ({ ...each, replaces: replaces[at] }));
  const body = { ...HEAD, ...whose, sections, figures: chosen, drop: ['posts-paper'] };
  const draft = await draftOf(await post('/import/report/draft', body));
  expect(draft.data.figures).toMatchObject([
    { id: 'posts', phrasings: ['发了多少条信息'], value: 13, section: '二', quote: '全年共发布信息13条' },
    { id: 'posts-web', metric: '网站发布', value: 10, section: '一', quote: '其中网站10条' },
    { id: 'wei-xin', metric: '微信', value: 1, section: '二', quote: '微信1条' },
  ]);
  // What was not touched stands as it was written.
  const kept = draft.base.slice(draft.base.indexOf('relations:'));
  expect(draft.text.endsWith(kept)).toBe(true);
  expect(draft.text).toContain('sections: { 一: 总体情况, 二: 主动公开情况 }');
  expect((await post('/import/report/draft', { ...body, figures: [], drop: [] })).statusCode).toBe(400);
});

test('whatever is in a file: it is refused with a clear word or read harmlessly', async () => {
  const { post } = await openImport();
  const send = async (bytes: Uint8Array, name = '') =>
    (await post('/import/report', { content: Buffer.from(bytes).toString('base64'), name })).json();
  expect(await send(encodeGbk(asText()))).toMatchObject({ refused: null, year: 2023 });
  const scripted = asHtml().replace('<body>', '<body><script>document.title="x"</script>');
  expect(JSON.stringify(await send(Buffer.from(scripted), 'a.html'))).not.toContain('document.title');
  expect(await send(asXlsx().subarray(0, 900))).toMatchObject({
    refused: { message: expect.stringContaining('坏了') },
  });
  expect(await send(new Uint8Array())).toMatchObject({ refused: { mend: expect.any(String) } });
  const tooLarge = await post('/import/report', { content: 'A'.repeat(13 * 1024 * 1024) });
  expect(tooLarge.statusCode).toBe(413);
});

test('a file is read in a process of its own, which ends when it takes too long', async () => {
  const bytes = Buffer.from(asText());
  expect(await createReportReader()(bytes, 'a.txt')).toMatchObject({ ok: true, report: { year: 2023 } });
  const forever = createReportReader({ ms: 50, program: ['-e', 'setInterval(() => {}, 1000)'] });
  expect(await forever(bytes, 'a.txt')).toMatchObject({ ok: false, fault: { code: 'fault_too_hard' } });
});
