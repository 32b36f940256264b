import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { fileRequest, go, usualWay } from '../cases/office.ts';
import { allEntered } from '../reports/shipped-template.ts';
import { call, hire, type Office, openOffice, seat } from './api/open-office.ts';

const TODAY = '2026-11-23' as Day;
const DAYS = 24 * 60;

async function openYear(): Promise<Office> {
  const office = await openOffice();
  const { store } = office;
  const answered = await fileRequest(store, { id: 'd1', key: { channel: 'web', conversation: 'd1' } });
  await go(store, answered, usualWay(TODAY));
  const open = await fileRequest(store, { id: 'd2', key: { channel: 'web', conversation: 'd2' } });
  await go(store, open, [['registrar', 'received', { receivedOn: TODAY, confirmation: '电话确认' }]]);
  return office;
}
const sit = async (office: Office, role: 'registrar' | 'approver' | 'auditor', name: string = role) =>
  seat(office, await hire(office, name, [role]));
const textsOf = (entered = allEntered) => ({
  ...entered,
  texts: { ...entered.texts, platform: '（四）政府信息公开平台建设。咨询服务平台运行正常。' },
});

test('a preview of the year counts the cases so far, and every number opens the requests behind it', async () => {
  const office = await openYear();
  const clerk = await sit(office, 'registrar');
  const read = async (query = '') => (await call(office, clerk, 'GET', `/reports/2026${query}`)).json();
  const report = await read();
  expect(report).toMatchObject({ preview: true, asOf: TODAY, version: 0, mismatches: [] });
  const row = report.three.ids.indexOf('new');
  expect(report.three.values[row]).toEqual([2, 0, 0, 0, 0, 0, 2]);
  const ask = (cell: string) => call(office, clerk, 'GET', `/reports/2026/cases?${cell}`);
  expect((await ask('row=new&column=7')).json().requests).toHaveLength(2);
  expect((await ask('row=granted&column=1')).json().requests).toHaveLength(1);
  expect((await ask('row=nowhere&column=1')).statusCode).toBe(404);
  expect((await read('?asOf=2026-11-22')).three.values[row]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect((await call(office, clerk, 'GET', '/reports/2027')).statusCode).toBe(404);
  await office.app.close();
});

test('what staff write is kept; who comes second with an older copy is told so and loses nothing', async () => {
  const office = await openYear();
  const clerk = await sit(office, 'registrar');
  const keep = (version: number) =>
    call(office, clerk, 'PUT', '/reports/2026', { body: { version, entered: allEntered } });
  expect((await keep(0)).json()).toEqual({ version: 1 });
  expect((await keep(0)).json()).toMatchObject({ error: { code: 'report_changed' } });
  expect((await keep(1)).json()).toEqual({ version: 2 });
  const report = (await call(office, clerk, 'GET', '/reports/2026')).json();
  expect(report.entered).toEqual(allEntered);
  expect(report.gaps).toEqual(['咨询次数', '转人工次数']);
  await office.app.close();
});

test('a report is approved once: when the year is over, all is filled in and adds up, by another person; then it stands', async () => {
  const office = await openYear();
  const early = await sit(office, 'approver', 'early');
  const { hash: soon } = (await call(office, early, 'GET', '/reports/2026')).json();
  const tooSoon = await call(office, early, 'POST', '/reports/2026/approve', { body: { hash: soon } });
  expect(tooSoon.json().error.message).toContain('还没有过完');
  office.wait(45 * DAYS);
  const [clerk, approver, auditor] = [
    await sit(office, 'registrar'),
    await sit(office, 'approver'),
    await sit(office, 'auditor'),
  ];
  const read = async () => (await call(office, approver, 'GET', '/reports/2026')).json();
  const approve = async (hash: string) => call(office, approver, 'POST', '/reports/2026/approve', { body: { hash } });
  const keep = (version: number, entered = textsOf()) =>
    call(office, clerk, 'PUT', '/reports/2026', { body: { version, entered } });
  const wrong = { ...allEntered.texts, 'on-request': '（二）依申请公开。全年收到政府信息公开申请7件。' };
  await keep(0, textsOf({ ...allEntered, texts: wrong }));
  expect((await read()).mismatches).toHaveLength(1);
  expect((await approve((await read()).hash)).json().error.message).toContain('对不上');
  const seen = (await read()).hash;
  await keep(1);
  expect((await approve(seen)).json()).toMatchObject({ error: { code: 'report_changed' } });
  const { hash, hindrance } = await read();
  expect(hindrance).toBeNull();
  expect((await approve(hash)).statusCode).toBe(200);
  expect((await keep(2)).json()).toMatchObject({ error: { code: 'report_changed' } });

  // A case that arrives late changes nothing of what was approved.
  await fileRequest(office.store, { id: 'd3', key: { channel: 'web', conversation: 'd3' } });
  expect(await read()).toMatchObject({ hash, approvedAt: expect.any(String), hindrance: expect.anything() });
  const { entries } = (await call(office, auditor, 'GET', '/audit?event=report_approved')).json();
  expect(entries).toMatchObject([{ detail: { year: 2026, hash } }]);

  // The next year is weighed against it and shows what it promised.
  const next = (await call(office, clerk, 'GET', '/reports/2027')).json();
  const mended = next.sections[4].parts[0];
  expect(mended.before.map(({ text }: { text: string }) => text)).toEqual([
    allEntered.texts.problems,
    allEntered.texts.measures,
  ]);
  expect(next.three.values[1].at(-1)).toBe(1);
  expect(next.mismatches).toEqual([]);
  await office.app.close();
});

test('who wrote in a report cannot approve it, whatever other roles they have', async () => {
  const office = await openYear();
  office.wait(45 * DAYS);
  const both = await seat(office, await hire(office, 'both', ['registrar', 'approver']));
  await call(office, both, 'PUT', '/reports/2026', { body: { version: 0, entered: textsOf() } });
  const { hash } = (await call(office, both, 'GET', '/reports/2026')).json();
  const refused = await call(office, both, 'POST', '/reports/2026/approve', { body: { hash } });
  expect(refused.json().error.message).toContain('另一个人');
  await office.app.close();
});

test('the report is had as a page, for Word, for spreadsheets and for programs', async () => {
  const office = await openYear();
  const clerk = await sit(office, 'registrar');
  const have = (format: string) => call(office, clerk, 'POST', '/reports/2026/file', { body: { format } });
  expect((await have('html')).body).toContain('一、总体情况');
  expect((await have('csv')).body).toContain('自然人');
  expect(JSON.parse((await have('json')).body)).toMatchObject({ year: 2026, form: '2021', preview: true });
  expect((await have('docx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await have('outline.html')).body).toContain('图解版');
  const drawing = await have('outline.svg');
  expect([drawing.body.slice(0, 4), drawing.headers['content-type']]).toEqual(['<svg', 'image/svg+xml']);
  expect((await have('outline.png')).headers['content-disposition']).toContain('report-2026.outline.png');
  expect((await have('pdf')).headers['content-disposition']).toContain('report-2026.pdf');
  await office.app.close();
});
