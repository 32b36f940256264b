import { describe, expect, it } from 'vitest';
import { makeDocument, openDocument } from '../../src/documents/index.ts';
import { writeDocument } from '../../src/requests/documents/index.ts';
import { findRequest, readDocuments, type Store } from '../../src/store/index.ts';
import { FULL } from '../requests/documents/facts.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { fileOne, NUMBER, readRelease } from './filed.ts';

const release = readRelease();

function make(store: Store, kind: Parameters<typeof makeDocument>[2]['kind'], facts = {}) {
  return store.transaction(async (executor) => {
    const request = await findRequest(executor, NUMBER);
    if (!request) throw new Error('not filed');
    return makeDocument(executor, request, { kind, facts, release, now: NOW, by: 'clerk' });
  });
}

const { clarification } = FULL;
const received = { receivedOn: '2026-03-04' };

describe('a document of a request', () => {
  it('the form and the receipt can be made as soon as it is filed', async () => {
    const store = await openTemporary();
    await fileOne(store);
    expect(writeDocument((await make(store, 'application')).model)).toContain('电子邮箱：未填');
    expect(writeDocument((await make(store, 'receipt')).model)).toContain('收到日期：待双方确认');
  });

  it('is kept as it was composed, sealed', async () => {
    const store = await openTemporary();
    await fileOne(store);
    const { model } = await make(store, 'application');
    const [kept] = await readDocuments(store, NUMBER);
    expect(kept && openDocument(kept)).toEqual(model);
    expect(kept?.release).toBe(release.hash);
    const [row] = await store.db.selectFrom('documents').selectAll().execute();
    expect(Buffer.from(row?.model ?? []).includes('王小明')).toBe(false);
  });
});

describe('document numbers', () => {
  it('follow one another within their series and year', async () => {
    const store = await openTemporary();
    await fileOne(store);
    const facts = { request: received, clarification };
    const numbers = [];
    for (const on of ['2026-03-10', '2026-03-11', '2027-01-04']) {
      numbers.push((await make(store, 'clarification', { ...facts, letter: { on } })).stored.documentNumber);
    }
    expect(numbers).toEqual(['沈信公开补〔2026〕1号', '沈信公开补〔2026〕2号', '沈信公开补〔2027〕1号']);
  });

  it('have no gap: a document that is refused takes none', async () => {
    const store = await openTemporary();
    await fileOne(store);
    await expect(make(store, 'clarification', { clarification })).rejects.toMatchObject({
      code: 'DOCUMENT_INCOMPLETE',
      message: expect.stringContaining('request.receivedOn'),
    });
    const made = await make(store, 'clarification', { request: received, clarification });
    expect(made.stored.documentNumber).toBe(`沈信公开补〔${NOW.getUTCFullYear()}〕1号`);
  });

  it('are not taken when the transaction fails afterwards', async () => {
    const store = await openTemporary();
    await fileOne(store);
    const failed = store.transaction(async (executor) => {
      const request = await findRequest(executor, NUMBER);
      if (request)
        await makeDocument(executor, request, {
          kind: 'clarification',
          facts: { request: received, clarification },
          release,
          now: NOW,
          by: 'clerk',
        });
      throw new Error('the disk is full');
    });
    await expect(failed).rejects.toThrow('the disk is full');
    const made = await make(store, 'clarification', { request: received, clarification });
    expect(made.stored.documentNumber).toContain('〕1号');
    expect(await readDocuments(store, NUMBER)).toHaveLength(1);
  });

  it('kinds of one series share its numbers', async () => {
    const store = await openTemporary();
    await fileOne(store);
    const { consultation } = FULL;
    const first = await make(store, 'third-party-inquiry', { consultation });
    const second = await make(store, 'authority-inquiry', { consultation });
    expect([first, second].map(({ stored }) => stored.documentNumber)).toEqual([
      `沈信公开征〔${NOW.getUTCFullYear()}〕1号`,
      `沈信公开征〔${NOW.getUTCFullYear()}〕2号`,
    ]);
  });
});
