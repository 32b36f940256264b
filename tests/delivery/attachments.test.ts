import { describe, expect, test } from 'vitest';
import { createScanner, MOST_BYTES, type Scan } from '../../src/attachments/index.ts';
import { openCase } from '../../src/cases/index.ts';
import type { MessageId } from '../../src/channel/message.ts';
import { turn } from '../../src/conversation/turn.ts';
import { createDeskFiles, tidy } from '../../src/delivery/index.ts';
import { listAttachments, openAttachment } from '../../src/desk/attachments.ts';
import { DeskError } from '../../src/errors.ts';
import { silentLogger } from '../../src/logger.ts';
import { readAccesses, readAttachments, readContent, readRequestEvents, type Store } from '../../src/store/index.ts';
import { JPEG, PDF, PLACE, PROGRAM } from '../attachments/files.ts';
import { actingRules, DRAFT, go, PEOPLE, usualWay } from '../cases/office.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted, seededRandom, textsOf } from './desk-under-test.ts';

const release = openRelease();
const NUMBER = 'SPB-2026-000001';
/** Files a request from the conversation; its query code. */
async function fileOne(store: Store): Promise<string> {
  const filing = { key: { channel: 'web', conversation: 'c1' }, actor: PEOPLE.requester, event: 'filed' };
  const opened = await store.transaction((executor) =>
    openCase(
      { ...actingRules, executor, now: NOW },
      { ...filing, draft: DRAFT, random: seededRandom(), numberPrefix: 'SPB' },
    ),
  );
  if (!opened.done) throw new Error(opened.refusal.code);
  return opened.secret;
}

/** A request filed on the page, its requester about to add to it. */
async function open({ scan = createScanner('off'), now = () => NOW }: { scan?: Scan; now?: () => Date } = {}) {
  const store = await openTemporary();
  const options = { turn, release: () => release, now };
  const desk = openScripted(store, { ...options, takesFiles: true });
  const files = createDeskFiles({
    ...options,
    store,
    desk,
    scan,
    channel: 'web',
    random: seededRandom('files'),
    logger: silentLogger,
  });
  let count = 0;
  const say = async (text: string) => {
    count += 1;
    return textsOf(await desk.receive(message(`m${count}`, text))).join('\n');
  };
  const send = async (name: string, bytes: Uint8Array, id?: string) => {
    count += 1;
    const file = { id: (id ?? `f${count}`) as MessageId, conversation: conversationId('c1'), name, bytes };
    return textsOf(await files.receive(file)).join('\n');
  };
  const heard = async () => {
    const lines = await desk.readTranscript(conversationId('c1'), 0);
    const last = lines.at(-1)?.message;
    return last?.kind === 'text' ? last.text : JSON.stringify(last);
  };
  const secret = await fileOne(store);
  await say('补充内容');
  expect(await say(`${NUMBER} ${secret}`)).toContain('也可以直接发文件');
  return { store, files, say, send, heard };
}

const sizes = async (store: Store) => (await store.db.selectFrom('attachments').selectAll().execute()).length;

describe('a file for a request', () => {
  test('whose name was damaged in storage is given up with a word, and those behind it are kept', async () => {
    const { store, files, send, heard } = await open();
    await send('坏.pdf', PDF);
    await store.db
      .updateTable('attachments')
      .set({ source: new Uint8Array(40) })
      .where('state', '=', 'waiting')
      .execute();
    await send('好.pdf', PDF);
    await files.run();
    expect(await heard()).toContain('“好.pdf”已经附在申请');
    expect((await readAttachments(store, NUMBER)).map(({ name }) => name)).toEqual(['好.pdf']);
  });

  test('is looked at, kept sealed without what the camera wrote, and stands in the log as a supplement', async () => {
    const { store, files, send, heard } = await open();
    expect(await send('现场 照片.jpg', JPEG)).toBe('收到文件“现场 照片.jpg”，正在查看，马上告诉您结果。');
    await files.run();
    expect(await heard()).toContain('文件“现场 照片.jpg”已经附在申请SPB-2026-000001后面');
    const [kept, ...others] = await readAttachments(store, NUMBER);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ state: 'kept', name: '现场 照片.jpg', mediaType: 'image/jpeg', scan: 'unscanned' });
    const content = Buffer.from(await readContent(store, kept?.id ?? ''));
    expect([content.includes('JFIF'), content.includes(PLACE)]).toEqual([true, false]);
    const event = (await readRequestEvents(store, NUMBER)).at(-1);
    expect(event).toMatchObject({ kind: 'supplemented', by: 'requester', fields: { text: '补充附件：现场 照片.jpg' } });
    const shown = await listAttachments(store, NUMBER);
    expect(shown).toMatchObject([{ id: kept?.id, name: '现场 照片.jpg', size: content.length, scan: 'unscanned' }]);
    const look = { who: 'li', reason: '核对现场', now: NOW };
    const opened = await openAttachment(store, { number: NUMBER, id: kept?.id ?? '' }, look);
    expect(Buffer.from(opened?.bytes ?? [])).toEqual(content);
    expect(await openAttachment(store, { number: 'SPB-2026-000002', id: kept?.id ?? '' }, look)).toBeUndefined();
    expect(await readAccesses(store)).toMatchObject([{ who: 'li', what: `request ${NUMBER} attachment ${kept?.id}` }]);
    // What was uploaded is not kept beside it.
    expect(await sizes(store)).toBe(1);
    const rows = await store.db.selectFrom('attachment_parts').select('content').execute();
    expect(Buffer.concat(rows.map((row) => Buffer.from(row.content))).includes('JFIF')).toBe(false);
  });

  test.each([
    ['of a kind that is not taken', '申请.pdf', PROGRAM, '的类型这里收不了'],
    ['that is empty', '空.txt', Buffer.alloc(0), '是空的'],
    ['that is too large', '大.txt', Buffer.alloc(MOST_BYTES + 1, 'a'), '超过20 MB'],
  ])('%s is refused with the way to mend it, and the case stays as it was', async (_why, name, bytes, told) => {
    const { store, files, send, heard } = await open();
    const before = await readRequestEvents(store, NUMBER);
    await send(name, bytes);
    await files.run();
    expect(await heard()).toContain(told);
    expect(await heard()).toContain(name);
    expect(await readRequestEvents(store, NUMBER)).toEqual(before);
    expect(await readAttachments(store, NUMBER)).toEqual([]);
  });

  test('with a virus is refused; while the scanner cannot say, it waits', async () => {
    let verdict: () => 'infected' | 'clean' = () => {
      throw new DeskError('SCANNER_FAILED', 'away');
    };
    let at = NOW.getTime();
    const { store, files, send, heard } = await open({ scan: async () => verdict(), now: () => new Date(at) });
    await send('文件.pdf', PDF);
    expect(await files.run()).toEqual(new Date(at + 1000));
    expect(await heard()).toContain('正在查看');
    at += 1000;
    verdict = () => 'infected';
    await files.run();
    expect(await heard()).toContain('查出了病毒');
    expect(await sizes(store)).toBe(0);
  });

  test('that nobody waits for is not stored, and people are told how to send one', async () => {
    const { store, files, say, send } = await open();
    await say('不补充了');
    expect(await send('文件.pdf', PDF)).toContain('请先按“补充内容”');
    await files.run();
    expect(await sizes(store)).toBe(0);
  });

  test('sent twice by a shaky line is one file', async () => {
    const { store, files, send } = await open();
    await send('文件.pdf', PDF, 'same');
    await send('文件.pdf', PDF, 'same');
    await files.run();
    expect(await readAttachments(store, NUMBER)).toHaveLength(1);
    expect(await sizes(store)).toBe(1);
  });

  test('of a case closed meanwhile is refused; answers to a clarification may be files', async () => {
    const { store, files, send, heard } = await open();
    await go(store, NUMBER, usualWay('2026-11-23').slice(0, 2));
    const asked = { unclear: '哪一年的', supply: '年份', period: 15 };
    await go(store, NUMBER, [['handler', 'clarification_asked', asked]]);
    await send('说明.pdf', PDF);
    await files.run();
    expect((await readRequestEvents(store, NUMBER)).at(-1)).toMatchObject({ kind: 'clarified' });
    await send('再来一份.pdf', PDF);
    await go(store, NUMBER, usualWay('2026-11-23').slice(2, -2));
    await files.run();
    expect(await heard()).toContain('不能再补充');
    expect(await readAttachments(store, NUMBER)).toHaveLength(1);
  });

  test('handed in and left lying is gone after a day', async () => {
    const { store, send } = await open();
    await send('文件.pdf', PDF);
    await store.db.updateTable('attachments').set({ state: 'handed_in' }).execute();
    const later = new Date(NOW.getTime() + 25 * 3_600_000);
    await store.transaction((executor) => tidy(executor, { kind: 'tidy', subject: '', dueAt: '', failures: 0 }, later));
    expect(await sizes(store)).toBe(0);
  });
});
