import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { writeReportDocx } from '../../src/desk/reports/write-docx.ts';
import { renderWords } from '../../src/documents/index.ts';
import { renderPdf } from '../../src/documents/render-pdf.ts';
import type { DocumentModel, Grid, GridCell } from '../../src/requests/documents/index.ts';
import { messages } from '../adapters/web/project.ts';

const head = (text: string): GridCell => ({ text, head: 'column' });
const rows = Array.from({ length: 60 }, (_, at): GridCell[] => [{ text: `第${at}行`, head: 'row' }, { text: '1' }]);
const grid: Grid = { kind: 'grid', caption: '表', widths: [1, 1], rows: [[{ text: '' }, head('总计')], ...rows] };
const model: DocumentModel<string> = {
  kind: 'annual-report',
  layout: 'sheet',
  title: '报告',
  subtitle: null,
  number: null,
  addressee: null,
  blocks: [grid],
  remedy: null,
  signature: null,
  slip: [],
};

test('the heads of a table stand on every page it goes on to', async () => {
  const bytes = await renderPdf(model, { words: renderWords(messages), at: new Date('2027-01-10'), author: '某局' });
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(document.numPages).toBeGreaterThan(1);
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('总计');
  }
});

test('in the file for Word the heads are heads, and no other row is', async () => {
  const bytes = await writeReportDocx(model, '某局');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const [, top = ''] = /<thead>(.*?)<\/thead>/u.exec(value) ?? [];
  expect(top).toContain('总计');
  expect(top).not.toContain('第0行');
});
