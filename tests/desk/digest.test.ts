import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/day.ts';
import { createTicker } from '../../src/delivery/index.ts';
import { findSpikes } from '../../src/desk/digests/find-spikes.ts';
import {
  createDailyJob,
  createImportantJob,
  createMailJob,
  DIGEST_MAIL,
  issueDaily,
  issueImportant,
  layDigest,
  readDigest,
  readDigests,
  writeHtml,
  writeText,
} from '../../src/desk/digests/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/release.ts';
import { digestFileSchema } from '../../src/knowledge/schema/digest.ts';
import { silentLogger } from '../../src/logger.ts';
import { loadMessages } from '../../src/messages.ts';
import { readDueTimers, type Store } from '../../src/store/index.ts';
import { type Inquiry, recordInquiry } from '../../src/store/inquiry-store.ts';
import { ROOT } from '../architecture/imports.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { failAt } from '../fail-at.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { call, hire, seat } from './api/open-office.ts';
import { makeMailFolder } from './make-mail-folder.ts';
import { openStaffRoom } from './room/open-staff-room.ts';

const DAY = '2026-11-23' as Day;
const NEXT = addDays(DAY, 1);
const at = (day: Day, time: string) => new Date(`${day}T${time}:00+08:00`);
const messages = loadMessages(`${ROOT}/messages`);
const of = (count: number, ...before: number[]) => ({ id: String(count), title: '', count, before });

const base: KnowledgeBase = {
  ...scriptedRelease.base,
  divisions: [
    { code: '21', name: '辽宁省' },
    { code: '2101', name: '沈阳市', parent: '21' },
    { code: '210106', name: '铁西区', parent: '2101' },
  ],
  digest: digestFileSchema.parse({
    daily: { at: '08:00' },
    important: {
      spike: { inquiries: 8, times: 3 },
      urgent: [{ id: 'danger', title: '有人身危险的求助', from: 2 }],
    },
    mail: { from: 'desk@example.org', to: ['office@example.org'] },
  }),
};

test('a spike is far more than on that weekday otherwise, and never a handful', () => {
  expect(findSpikes([of(4, 0, 0)])).toEqual([]);
  expect(findSpikes([of(5, 0, 0)])).toMatchObject([{ usual: 0, from: 5 }]);
  // A mean of 100 wavers by about 10.
  expect(findSpikes([of(130, 100, 100)])).toEqual([]);
  expect(findSpikes([of(131, 100, 100), of(400, 100)]).map(({ count, from }) => [count, from])).toEqual([
    [400, 131],
    [131, 131],
  ]);
});

type Asked = readonly [Day, string, number, Partial<Inquiry>?];

async function ask(store: Store, asked: readonly Asked[]): Promise<void> {
  await store.transaction(async (executor) => {
    for (const [on, subject, times, more] of asked)
      for (let time = 0; time < times; time++) {
        const key = { channel: 'web', conversation: `${subject}${time}` };
        const what: Inquiry = {
          on,
          kind: 'answer',
          subject,
          authority: null,
          place: null,
          confidence: 0.9,
          instead: false,
          release: 'r',
          ...more,
        };
        await recordInquiry(executor, key, `${on}${subject}${time}${JSON.stringify(more)}`, what);
      }
  });
}

async function keep(asked: readonly Asked[], store?: Store): Promise<Store> {
  const kept = store ?? (await openTemporary());
  await ask(kept, asked);
  return kept;
}

const weeksBefore = [1, 2, 3].map((week): Asked => [addDays(DAY, -7 * week), 'fees', 2]);

test('a day is told by topic, district and channel, with what is new and what is unusual and why', async () => {
  const asked: Asked[] = [
    // Yesterday was busy, but that was a Sunday.
    [addDays(DAY, -1), 'fees', 9],
    // A street's code is kept as its county's.
    [DAY, 'fees', 8, { place: '210106005' }],
    [DAY, 'snow', 2, { place: '2101' }],
    [DAY, 'hello', 3, { kind: 'smalltalk' }],
  ];
  const store = await keep([...weeksBefore, ...asked]);
  const digest = await readDigest(store, base, DAY);
  expect(digest).toMatchObject({
    inquiries: 10,
    weeks: 3,
    channels: [{ name: 'web', count: 10 }],
    districts: [
      { name: '辽宁省沈阳市铁西区', count: 8 },
      { name: '辽宁省沈阳市', count: 2 },
    ],
    spikes: [{ id: 'fees', count: 8, usual: 2, from: 8 }],
    fresh: [{ id: 'snow', count: 2 }],
  });
  const laid = layDigest(digest, { messages, locale: 'zh-CN', number: 27 });
  const text = writeText(laid);
  expect(text).toMatch(/^《每日访情》2026年第27期（2026-11-23）\n咨询 10 次/u);
  expect(text).toContain('【突然增多】\nfees：8 次。前 3 周同一星期几平均 2 次，达到 8 次就算突增');
  expect(text).toContain('【各渠道】\n网页：10');
  const marked = { ...laid, summary: '<script>alert(1)</script>' };
  expect(writeHtml(marked, 'zh-CN')).toMatch(/<h1[^>]*>《每日访情》.*&lt;script>/u);
});

test('a young desk has nothing to compare with, and says so rather than calling everything new', async () => {
  const digest = await readDigest(await keep([[DAY, 'fees', 9]]), base, DAY);
  expect(digest).toMatchObject({ weeks: 0, spikes: [], fresh: [] });
});

const made = async (store: Store) =>
  (await readDigests(store, { most: 50 })).map(({ number, digest }) => `${digest.kind} ${number} ${digest.day}`);

test('the digest of a day is made once at its time of day, whoever asks, and late ones are made up for', async () => {
  const store = await openTemporary();
  const issue = (now: Date) => store.transaction((executor) => issueDaily(executor, base, now));
  // Nobody has asked anything yet: there is nothing to begin with.
  expect(await issue(at(NEXT, '08:00'))).toEqual([]);
  await ask(store, [[DAY, 'fees', 1]]);
  expect(await issue(at(NEXT, '07:59'))).toEqual([]);
  const both = await Promise.all([issue(at(NEXT, '08:00')), issue(at(NEXT, '08:00'))]);
  expect(both.flat()).toHaveLength(1);
  expect(await made(store)).toEqual(['daily 1 2026-11-23']);
  // The desk stood still for two days.
  expect((await issue(at(addDays(NEXT, 2), '09:00'))).map(({ number }) => number)).toEqual([2, 3]);
  // And for a month, of which the last week is told; numbers go on without a gap, and begin anew with the year.
  expect((await issue(at('2027-01-02' as Day, '09:00'))).map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 1]);
});

test('what crosses a declared threshold is told at once, once a day', async () => {
  const store = await keep([...weeksBefore, [DAY, 'fees', 7], [DAY, 'danger', 1, { kind: 'smalltalk' }]]);
  const issue = (now: Date) => store.transaction((executor) => issueImportant(executor, base, now));
  expect(await issue(at(DAY, '15:00'))).toEqual([]);
  await ask(store, [
    [DAY, 'fees', 1, { place: '210106' }],
    [DAY, 'danger', 1, { kind: 'smalltalk', place: '2101' }],
  ]);
  const told = await issue(at(DAY, '15:10'));
  expect(told.map(({ digest }) => writeText(layDigest(digest, { messages, locale: 'zh-CN', number: 1 })))).toEqual([
    expect.stringMatching(
      /^《重要信访信息》2026年第1期（2026-11-23）\n2026-11-23，“有人身危险的求助”已有 2 次[\s\S]*达到 2 次/u,
    ),
    expect.stringMatching(/“fees”已有 8 次[\s\S]*平均 2 次[\s\S]*达到 8 次，按设定[\s\S]*辽宁省沈阳市铁西区：1/u),
  ]);
  await ask(store, [[DAY, 'fees', 5, { confidence: 1 }]]);
  expect(await issue(at(DAY, '15:20'))).toEqual([]);
  // Before midnight and after: the same day is not told twice.
  expect(await issue(at(NEXT, '00:05'))).toEqual([]);
});

test('the timers make digests and lay each down as an e-mail file with a text and an HTML part', async () => {
  const mailFolder = makeMailFolder();
  const store = await keep([[DAY, 'fees', 1]]);
  const options = { release: () => ({ base, messages }), locale: 'zh-CN', mailFolder } as const;
  const timer = { kind: '', subject: '', dueAt: '', failures: 0 };
  const now = at(NEXT, '07:30');
  const run = (job: ReturnType<typeof createDailyJob>, subject: string, when: Date) =>
    store.transaction((executor) => job(executor, { ...timer, subject }, when));
  expect(await run(createDailyJob(options), '', now)).toEqual(at(NEXT, '08:00'));
  expect(await run(createDailyJob(options), '', at(NEXT, '08:00'))).toEqual(at(NEXT, '09:00'));
  expect(await run(createImportantJob(options), '', now)).toEqual(at(NEXT, '07:40'));
  const due = await readDueTimers(store, [DIGEST_MAIL], { at: at(NEXT, '08:00'), most: 9 });
  expect(due.map(({ subject }) => subject)).toEqual(['daily-2026-1']);
  // Done again after a crash it is the same file.
  const files: string[] = [];
  for (const _ of [1, 2]) {
    expect(await run(createMailJob(options), 'daily-2026-1', now)).toBeNull();
    files.push(readFileSync(join(mailFolder, 'daily-2026-1.eml'), 'utf8'));
  }
  expect(readdirSync(mailFolder)).toEqual(['daily-2026-1.eml']);
  expect(files[0]).toBe(files[1]);
  const [head = '', ...parts] = (files[0] ?? '').split(/\r\n--[^\r]+\r\n/u);
  expect(head).toMatch(/^From: desk@example\.org$/mu);
  expect(head).toContain('Content-Type: multipart/alternative');
  const read = parts.slice(0, 2).map((part) => {
    const [type = '', body = ''] = part.split('\r\n\r\n');
    return [/Content-Type: ([\w/]+)/u.exec(type)?.[1], Buffer.from(body, 'base64').toString('utf8').slice(0, 6)];
  });
  expect(read).toEqual([
    ['text/plain', '《每日访情》'],
    ['text/html', '<!doct'],
  ]);
});

test.for(['before', 'after'] as const)(
  'an e-mail file whose writing ends %s it is there is laid down whole by who comes next, once',
  async (end) => {
    const mailFolder = makeMailFolder();
    const store = await keep([[DAY, 'danger', 2, { kind: 'smalltalk' }]]);
    const options = { release: () => ({ base, messages }), locale: 'zh-CN', mailFolder } as const;
    let now = at(DAY, '15:00');
    const ticker = createTicker({
      store,
      jobs: { important: createImportantJob(options), [DIGEST_MAIL]: createMailJob(options) },
      recurring: ['important'],
      holder: 'one',
      now: () => now,
      logger: silentLogger,
    });
    failAt((name) => name === `mail.write.${end}`);
    await ticker.run();
    const name = 'important-2026-1.eml';
    expect(readdirSync(mailFolder)).toEqual(end === 'before' ? [] : [name]);
    now = at(DAY, '15:01');
    await ticker.run();
    expect(readdirSync(mailFolder)).toEqual([name]);
    expect(readFileSync(join(mailFolder, name), 'utf8')).toMatch(/^From: desk@example\.org/mu);
    expect(await readDueTimers(store, [DIGEST_MAIL], { at: at(NEXT, '15:00'), most: 9 })).toEqual([]);
  },
);

test('a digest is shown in the room of the staff once, and read and taken along in the console', async () => {
  await using room = await openStaffRoom();
  const { office } = room;
  const day = addDays(office.now().toISOString().slice(0, 10) as Day, -1);
  await ask(office.store, [[day, 'fees', 1]]);
  await office.store.transaction((executor) => issueDaily(executor, base, office.now()));
  office.wait(1);
  expect(await room.look()).toEqual([expect.stringMatching(/^postMessage 《每日访情》/u)]);
  expect(await room.look()).toEqual([]);

  const browser = await seat(office, await hire(office, 'editor', ['knowledge_editor']));
  const name = `daily-${day.slice(0, 4)}-1`;
  const list = await call(office, browser, 'GET', '/digests');
  expect(list.json()).toMatchObject({ digests: [{ name, kind: 'daily', day }] });
  const one = await call(office, browser, 'GET', `/digests/${name}?locale=en`);
  expect(one.json()).toMatchObject({ title: expect.stringContaining('Daily digest'), parts: { length: 7 } });
  const mail = await call(office, browser, 'POST', `/digests/${name}/mail`, { body: {} });
  expect(mail.headers['content-type']).toBe('message/rfc822');
  expect((await call(office, browser, 'GET', '/digests/daily-2020-1')).statusCode).toBe(404);
});
