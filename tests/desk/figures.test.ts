import { buffer, text } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { readFigures, writeExport } from '../../src/desk/figures/index.ts';
import { recordRating } from '../../src/store/index.ts';
import { type Inquiry, recordInquiry } from '../../src/store/inquiry-store.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { call, hire, openOffice, seat } from './api/open-office.ts';

const PERIOD = { from: '2026-11-01' as Day, to: '2026-11-30' as Day };
const ANSWERED: Inquiry = {
  on: '2026-11-05' as Day,
  kind: 'answer',
  subject: 'fees',
  authority: null,
  place: null,
  confidence: 0.95,
  instead: false,
  release: 'r',
};

test('what was asked in a period is counted, by day, topic, channel and what came of it', async () => {
  const store = await openTemporary();
  const asked: readonly (readonly [string, Partial<Inquiry>])[] = [
    ['c1', {}],
    ['c1', { kind: 'person', subject: 'person' }],
    ['c2', { kind: 'referral', subject: 'pension', authority: '某市人社局' }],
    ['c2', { kind: 'smalltalk', subject: 'hello' }],
    ['c3', { instead: true }],
    ['c4', { instead: true, on: '2026-11-06' as Day }],
    ['c4', { kind: 'filed', subject: null, on: '2026-11-06' as Day }],
    ['c5', { kind: 'none', subject: null, confidence: 0, on: '2026-10-31' as Day }],
  ];
  await store.transaction(async (executor) => {
    for (const [index, [conversation, changes]] of asked.entries()) {
      const key = { channel: conversation === 'c2' ? 'wechat' : 'web', conversation };
      await recordInquiry(executor, key, `m${index}`, { ...ANSWERED, ...changes });
    }
    const rated = { of: 'answer', subject: 'fees', release: 'r', on: PERIOD.from } as const;
    await recordRating(executor, { channel: 'web', conversation: 'c1' }, 'fees', { ...rated, level: 5 });
    await recordRating(executor, { channel: 'web', conversation: 'c3' }, 'fees', { ...rated, level: 2 });
  });
  const figures = await readFigures(store, scriptedRelease.base, PERIOD);
  expect(figures).toMatchObject({
    inquiries: 5,
    conversations: 4,
    // One of four asked for a person.
    containment: 0.75,
    instead: 2,
    // One of the two filed all the same.
    deflected: 1,
    unanswered: 0,
    satisfied: 0.5,
    byDay: [
      { name: '2026-11-05', count: 4 },
      { name: '2026-11-06', count: 1 },
    ],
    referrals: [{ name: '某市人社局', count: 1 }],
    inquiryMonths: [
      {
        month: '2026-11',
        count: 5,
        online: 1,
        channels: [
          { name: 'web', count: 4 },
          { name: 'wechat', count: 1 },
        ],
      },
    ],
  });
  expect(figures.topics[0]).toMatchObject({ id: 'fees', count: 3 });
  const all = await readFigures(store, scriptedRelease.base, { from: '2026-10-01' as Day, to: PERIOD.to });
  expect(all.unanswered).toBeCloseTo(1 / 6);
});

test('how long people waited, and whether answers were on time', async () => {
  const office = await openOffice();
  const desk = openScripted(office.store);
  await desk.receive(message('m1', 'person', 'c1'));
  const agent = await seat(office, await hire(office, 'wang', ['chat_agent']));
  office.wait(6);
  await call(office, agent, 'POST', '/conversations/1/claim');
  office.wait(9);
  await call(office, agent, 'POST', '/conversations/1/end', { body: { reason: '已答复' } });
  const head = await seat(office, await hire(office, 'qian', ['unit_head']));
  const { visitTotal, firstReply, conversations } = (await call(office, head, 'GET', '/figures')).json();
  expect(firstReply).toEqual({ many: 1, median: 6, ninetieth: 6 });
  expect(visitTotal).toEqual({ many: 1, median: 15, ninetieth: 15 });
  expect(conversations).toBe(1);
  await office.app.close();
});

test('nothing of who asked or of their words is kept', async () => {
  const store = await openTemporary();
  await openScripted(store).receive(message('m1', '我叫张三，电话13900000000', 'secret-conversation'));
  const rows = await store.db.selectFrom('inquiries').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/张三|1390|secret-conversation/u);
});

/** What a spreadsheet takes for a formula, with what it might be hidden behind. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=cmd|"/c calc"!A1', '=HYPERLINK("http://x")'];

test('no cell of an export is a formula', async () => {
  const tables = [{ title: '=表', rows: FORMULAS.map((formula) => [formula, 1]) }];
  const csv = await text(await writeExport(tables, 'csv'));
  const cells = csv
    .replace('\u{FEFF}', '')
    .split('\r\n')
    .map((line) => line.replace(/^"/u, ''));
  expect(cells.filter((cell) => /^[=+\-@\t\r＝]/u.test(cell))).toEqual([]);

  const bytes = await buffer(await writeExport(tables, 'xlsx'));
  const zip = new PizZip(bytes);
  const sheets = Object.keys(zip.files).filter((name) => /worksheets\/sheet\d+\.xml$/u.test(name));
  expect(sheets).toHaveLength(1);
  expect(sheets.map((name) => zip.file(name)?.asText() ?? '<f>').filter((xml) => /<f[ >]/u.test(xml))).toEqual([]);
  const rows = await readSheet(bytes);
  expect(rows.map(([cell]) => String(cell).trim())).toEqual(FORMULAS.map((formula) => formula.trim()));
});

test('an export is a file to save, in the reader’s language, and is recorded', async () => {
  const office = await openOffice();
  const auditor = await seat(office, await hire(office, 'sun', ['auditor']));
  const csv = await call(office, auditor, 'POST', '/figures/export', { body: { ...PERIOD, format: 'csv' } });
  expect(csv.statusCode, csv.body).toBe(200);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.headers['content-disposition']).toContain('attachment; filename="figures-2026-11-01-2026-11-30.csv"');
  expect(csv.body).toContain('机器人独立办结率');
  const xlsx = await call(office, auditor, 'POST', '/figures/export', {
    body: { ...PERIOD, format: 'xlsx', locale: 'en' },
  });
  expect((await readSheet(xlsx.rawPayload))[1]).toEqual(['Inquiries', 0]);
  const { entries } = (await call(office, auditor, 'GET', '/audit?event=figures_export')).json();
  expect(entries).toHaveLength(2);
  expect((await call(office, auditor, 'GET', '/figures?from=2026-02-30')).statusCode).toBe(400);
  await office.app.close();
});
