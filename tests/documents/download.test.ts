import { describe, expect, it } from 'vitest';
import { createRenderer, makeDocument, type RenderJob } from '../../src/documents/index.ts';
import { createDownload } from '../../src/own-documents/index.ts';
import { findRequest, type Store } from '../../src/store/index.ts';
import { FULL } from '../requests/documents/facts.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { fileOne, NUMBER, readRelease, SECRET } from './filed.ts';
import { readPdf } from './read-pdf.ts';

const release = readRelease();

async function openDownload(render: (job: RenderJob) => Promise<Uint8Array> = async () => Buffer.from('%PDF')) {
  const store = await openTemporary();
  await fileOne(store);
  const { handle } = createDownload({ store, release: () => release, now: () => NOW, render });
  const post = (fields: Record<string, string>) =>
    handle(new Request('http://localhost/documents', { method: 'POST', body: new URLSearchParams(fields).toString() }));
  return { store, handle, post };
}

async function make(store: Store, kind: 'decision' | 'handling-sheet', handOver: boolean): Promise<void> {
  const facts = { ...FULL, request: { receivedOn: '2026-03-04', dueOn: '2026-04-01' }, letter: {} };
  await store.transaction(async (executor) => {
    const request = await findRequest(executor, NUMBER);
    if (request) await makeDocument(executor, request, { kind, facts, release, now: NOW, by: 'clerk', handOver });
  });
}

const own = { number: NUMBER, secret: SECRET };

describe('fetching one’s documents', () => {
  it('the page asks for number and code in a form that is posted, and nothing of it is kept', async () => {
    const { handle } = await openDownload();
    const response = await handle(new Request('http://localhost/documents'));
    const page = await response.text();
    expect(page).toContain('<form method="post" action="/documents">');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('the form and the receipt are there as soon as it is filed', async () => {
    const { post } = await openDownload();
    const page = await (await post(own)).text();
    expect(page).toContain('政府信息公开申请表');
    expect(page).toContain('政府信息公开申请登记回执');
    expect(page.match(/value="application"|value="receipt"/gu)).toHaveLength(2);
  });

  it('the receipt is a PDF that holds the code that was given, set in another process', async () => {
    const { post } = await openDownload(createRenderer());
    const response = await post({ ...own, document: 'receipt' });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(pdf.text).toContain(`查询码${SECRET}`);
  });

  it('all data kept of the request is fetched as JSON: nothing masked, nothing of the office, and only with the code', async () => {
    const { post, store } = await openDownload();
    await make(store, 'handling-sheet', true);
    expect(await (await post(own)).text()).toContain('value="data"');
    const response = await post({ ...own, document: 'data' });
    expect(response.headers.get('content-disposition')).toContain(`${NUMBER}.json`);
    const data = (await response.json()) as { requester: object; documents: { id: string }[] };
    const request = await findRequest(store, NUMBER);
    expect(data).toMatchObject({
      request: { number: NUMBER, state: 'filed' },
      requester: { ...request?.personal },
      wanted: { description: request?.description },
    });
    expect(data.documents.map(({ id }) => id)).toEqual(['application', 'receipt']);
    expect((await post({ number: NUMBER, secret: 'WRONG', document: 'data' })).status).toBe(404);
  });

  it('a letter is there once it was handed over, not before; what stays in the office never', async () => {
    const { post, store } = await openDownload();
    await make(store, 'decision', false);
    await make(store, 'handling-sheet', true);
    expect(await (await post(own)).text()).not.toContain('告知书');
    await make(store, 'decision', true);
    const page = await (await post(own)).text();
    expect(page).toContain('依申请公开政府信息告知书');
    expect(page).not.toContain('处理单');
    expect((await post({ ...own, document: '2' })).status).toBe(404);
    expect((await post({ ...own, document: '3' })).headers.get('content-type')).toBe('application/pdf');
  });
});

describe('who does not know number and code', () => {
  it('is told the same for a wrong code and for a request that does not exist', async () => {
    const { post } = await openDownload();
    const wrong = await post({ number: NUMBER, secret: 'XXXX2222' });
    const nothing = await post({ number: 'SPB-2026-000009', secret: SECRET });
    expect([wrong.status, nothing.status]).toEqual([404, 404]);
    const clean = (text: string) => text.replaceAll(/SPB-2026-00000\d/gu, 'N');
    expect(clean(await wrong.text())).toBe(clean(await nothing.text()));
  });

  it('is stopped after five wrong codes for a number, even with the right one', async () => {
    const { post } = await openDownload();
    for (let attempt = 0; attempt < 5; attempt++) await post({ number: NUMBER, secret: 'XXXX2222' });
    expect((await post(own)).status).toBe(429);
  });

  it('gets no other page for what is no form', async () => {
    const { handle, post } = await openDownload();
    expect((await post({})).status).toBe(400);
    expect((await post({ number: 'x'.repeat(5000), secret: SECRET })).status).toBe(400);
    const page = await (await post({ number: '"><script>', secret: 'x' })).text();
    expect(page).not.toContain('<script>');
    expect(
      (await handle(new Request('http://localhost/documents', { method: 'POST', body: '\ud800=%ff' }))).status,
    ).toBe(400);
  });
});

describe('setting documents in processes of their own', () => {
  it('two at a time, in the order they came', async () => {
    const running: (() => void)[] = [];
    const begun: string[] = [];
    const render = createRenderer(async (job) => {
      const at = 'svg' in job ? job.svg : '';
      begun.push(at);
      await new Promise<void>((resolve) => running.push(resolve));
      return new Uint8Array();
    });
    const jobs = ['a', 'b', 'c'].map((at) => render({ svg: at, width: 1 }));
    expect(begun).toEqual(['a', 'b']);
    running[0]?.();
    await jobs[0];
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const end of running) end();
    await Promise.all(jobs);
  });
});
