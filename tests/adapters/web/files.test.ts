import { expect, test } from 'vitest';
import { type Chart, describeChart } from '../../../src/channel/chart.ts';
import type { ConversationId, OutFile } from '../../../src/channel/message.ts';
import { createEchoDesk, openApp, post } from './open-app.ts';

const LETTER: OutFile = {
  reference: 'document/1/1',
  name: '告知书 1号.pdf',
  mediaType: 'application/pdf',
  bytes: 120_000,
  personal: true,
};

/** A conversation in which the desk has handed over this file. */
async function handOver(file: OutFile, kind: 'file' | 'picture' = 'file') {
  const desk = createEchoDesk();
  const app = openApp({ desk });
  await post(app, 'c', { id: 'm1', text: '你好' });
  desk.writeAsStaff('c' as ConversationId, { kind, text: '您的告知书', file, instead: '请来取' });
  const { lines } = (await app.inject('/api/chat/c/messages?after=2')).json();
  return { app, line: lines[0] };
}

test('a file is a link in the transcript, and nothing stands in its place', async () => {
  const { line } = await handOver(LETTER);
  expect(line).toMatchObject({ kind: 'file', text: '您的告知书', plain: '您的告知书\n\n告知书 1号.pdf' });
  expect(line.file).toEqual({
    name: '告知书 1号.pdf',
    mediaType: 'application/pdf',
    bytes: 120_000,
    href: 'api/chat/c/files/3',
    chart: null,
  });
  expect(JSON.stringify(line)).not.toContain('document/1/1');
});

test('a chart is told as numbers, for the page to draw', async () => {
  const source = { title: '年度报告', url: null };
  const point = { label: '甲市', value: 3, shown: '3件', source };
  const chart: Chart = { shape: 'bars', title: '申请', note: '', most: null, points: [point] };
  const { line } = await handOver(describeChart(chart), 'picture');
  expect(line.file).toMatchObject({ mediaType: 'image/png', chart });
});

test('who holds the conversation fetches it under its name; it runs nothing and is not kept on the way', async () => {
  const { app, line } = await handOver(LETTER);
  const response = await app.inject(`/${line.file.href}`);
  expect([response.statusCode, response.body]).toEqual([200, 'bytes of document/1/1']);
  expect(response.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent(LETTER.name)}`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('only pictures are shown; what calls itself a page is bytes', async () => {
  const { app, line } = await handOver({ ...LETTER, name: 'a.html', mediaType: 'text/html' });
  expect((await app.inject(`/${line.file.href}`)).headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; filename="file.html"/u),
  });
  const picture = await handOver({ ...LETTER, name: 'a.png', mediaType: 'image/png' }, 'picture');
  expect((await picture.app.inject(`/${picture.line.file.href}`)).headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^inline/u),
  });
});

test.each([
  ['of another conversation', '/api/chat/d/files/3', 404],
  ['of a line without one', '/api/chat/c/files/1', 404],
  ['of no line', '/api/chat/c/files/99', 404],
  ['by no number', '/api/chat/c/files/..%2f3', 404],
  ['of a name that is none', '/api/chat/c%20d/files/3', 400],
])('a file %s is refused in words', async (_what, url, status) => {
  const { app } = await handOver(LETTER);
  const response = await app.inject(url);
  expect(response.statusCode).toBe(status);
  expect(response.json().error.message).not.toBe('');
});

test('files are counted like messages: fetching one may mean making it', async () => {
  const { app, line } = await handOver(LETTER);
  const statuses = [];
  for (let time = 0; time < 41; time += 1) statuses.push((await app.inject(`/${line.file.href}`)).statusCode);
  expect(statuses.at(-1)).toBe(429);
});
