import { beforeEach, describe, expect, test } from 'vitest';
import { createTicker } from '../../src/delivery/index.ts';
import { createHeldReplyJob, HELD_REPLY, readReplyFile } from '../../src/desk/replies/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { readLines } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { type Browser, call, hire, type Office, openOffice, seat } from './api/open-office.ts';

const KEY = { channel: 'web', conversation: 'c1' };
let office: Office;
let wang: Browser;
let zhao: Browser;

/** Somebody asked for a person, and Wang has the conversation. */
beforeEach(async () => {
  office = await openOffice();
  await openScripted(office.store, { now: office.now }).receive(message('m1', 'person'));
  wang = await seat(office, await hire(office, 'wang', ['chat_agent']));
  zhao = await seat(office, await hire(office, 'zhao', ['unit_head']));
  await call(office, wang, 'POST', '/conversations/1/claim');
});

const act = (who: Browser, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
  call(office, who, method, `/conversations/1${path}`, body ? { body } : {});
const show = async (who = wang) => (await call(office, who, 'GET', '/conversations/1')).json();
const said = async () =>
  (await readLines(office.store, KEY, { after: 0 }))
    .filter(({ from }) => from === 'staff')
    .map(({ message: { text = '' } }) => text);

function openTicker() {
  const jobs = { [HELD_REPLY]: createHeldReplyJob(() => messages) };
  return createTicker({ store: office.store, jobs, holder: 'one', now: office.now, logger: silentLogger });
}

describe('a reply that can be taken back', () => {
  test('is held by the desk for ten seconds and then sent, whatever becomes of the page', async () => {
    const { id } = (await act(wang, 'POST', '/held', { text: '您好，请讲。' })).json();
    expect((await show()).held).toMatchObject([{ id, text: '您好，请讲。', failedAt: null }]);
    // Nobody else sees it, or takes it back.
    expect((await show(zhao)).held).toEqual([]);
    expect((await act(zhao, 'DELETE', `/held/${id}`)).json()).toEqual({ undone: false });
    const ticker = openTicker();
    await ticker.run();
    expect(await said()).toEqual([]);
    office.wait(10 / 60);
    await ticker.run();
    expect(await said()).toEqual(['您好，请讲。']);
    expect((await act(wang, 'DELETE', `/held/${id}`)).json()).toEqual({ undone: false });
  });

  test('is taken back once, and sent at once when that is wished', async () => {
    const { id } = (await act(wang, 'POST', '/held', { text: '写错了' })).json();
    const undone = await Promise.all([1, 2].map(() => act(wang, 'DELETE', `/held/${id}`)));
    expect(undone.map((answer) => answer.json().undone).toSorted()).toEqual([false, true]);
    const next = (await act(wang, 'POST', '/held', { text: '写对了' })).json();
    expect((await act(wang, 'POST', `/held/${next.id}/now`)).json()).toEqual({ done: true });
    expect((await act(wang, 'POST', `/held/${next.id}/now`)).json()).toEqual({ done: false });
    office.wait(1);
    await openTicker().run();
    expect(await said()).toEqual(['写对了']);
  });

  test('comes before the conversation goes to another, and stays with its writer when it went without it', async () => {
    await act(wang, 'POST', '/held', { text: '我转给同事。' });
    await act(wang, 'POST', '/forward', { to: { staff: zhao.staff.id }, context: '请接着答' });
    expect(await said()).toEqual(['我转给同事。']);
    await act(zhao, 'POST', '/held', { text: '赵来答。' });
    await office.store.db.updateTable('queue').set({ claimed_by: wang.staff.id }).execute();
    office.wait(1);
    await openTicker().run();
    expect(await said()).toEqual(['我转给同事。']);
    expect((await show(zhao)).held).toMatchObject([{ text: '赵来答。', failedAt: office.now().toISOString() }]);
  });
});

describe('a file staff send', () => {
  const content = Buffer.from('收费标准').toString('base64');

  test('is looked at, kept sealed, and goes out as one', async () => {
    const file = (await act(wang, 'POST', '/files', { name: '../收费.txt', content })).json();
    expect(file).toMatchObject({ name: expect.not.stringContaining('/'), mediaType: 'text/plain', bytes: 12 });
    const stored = await office.store.db.selectFrom('attachment_parts').select('content').executeTakeFirstOrThrow();
    expect(Buffer.from(stored.content).includes('收费标准')).toBe(false);
    expect((await act(wang, 'POST', '/replies', { files: [file.id] })).statusCode).toBe(200);
    const line = (await readLines(office.store, KEY, { after: 0 })).at(-1);
    expect(line?.message).toMatchObject({ kind: 'file', file: { name: file.name, personal: true } });
    const reference = line && 'file' in line.message ? line.message.file.reference : '';
    expect(Buffer.from((await readReplyFile(office.store, reference, 99)) as Uint8Array).toString()).toBe('收费标准');
    expect(await readReplyFile(office.store, reference, 3)).toBe('too_large');
    // Once sent it belongs to that line, and no reply elsewhere takes it along.
    expect((await act(wang, 'POST', '/replies', { files: [file.id] })).statusCode).toBe(400);
  });

  test('is refused with the reason when nobody may be sent it', async () => {
    const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]).toString('base64');
    const refused = await act(wang, 'POST', '/files', { name: 'a.pdf', content: program });
    expect(refused.json().error).toMatchObject({ code: 'file_unfit', message: expect.stringContaining('a.pdf') });
    expect((await act(zhao, 'POST', '/files', { name: 'a.txt', content })).statusCode).toBe(403);
    expect((await act(wang, 'POST', '/replies', { files: ['x'] })).statusCode).toBe(400);
  });
});

describe('a reply that was wrong', () => {
  test('is corrected: what it said is kept, and the citizen is told', async () => {
    const { lines } = (await act(wang, 'POST', '/replies', { text: '十五个工作日。' })).json();
    expect((await act(zhao, 'PUT', `/lines/${lines[0].seq}`, { text: '我来改' })).statusCode).toBe(403);
    expect((await act(wang, 'PUT', `/lines/${lines[0].seq}`, { text: '二十个工作日。' })).statusCode).toBe(200);
    expect(await said()).toEqual(['二十个工作日。', '更正前面的一条：二十个工作日。']);
    const shown = (await show()).lines.filter((line: { from: string }) => line.from === 'staff');
    expect(shown[0].versions).toMatchObject([{ text: '十五个工作日。' }]);
    expect(office.announced).toContain('c1');
  });

  test('is one’s own: nobody corrects what others said, nor what says that something was corrected', async () => {
    const { lines } = (await act(wang, 'POST', '/replies', { text: '一' })).json();
    await act(wang, 'PUT', `/lines/${lines[0].seq}`, { text: '二' });
    for (const seq of [1, 2, lines[0].seq + 1, 99])
      expect((await act(wang, 'PUT', `/lines/${seq}`, { text: '三' })).statusCode).toBe(404);
  });
});
