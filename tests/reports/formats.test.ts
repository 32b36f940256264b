import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadReport } from '../../src/reports/index.ts';
import { openBytes } from '../../src/reports/open/open-report.ts';
import { readReport } from '../../src/reports/read/read-report.ts';
import { asDocx, asPdf, asXlsx, encodeGbk, encodeWide } from './made-files.ts';
import { asCsv, asHtml, asText, made } from './made-report.ts';

async function read(bytes: Uint8Array, name: string): Promise<ReadReport> {
  const opened = await openBytes(bytes, name);
  if (!opened.ok) throw new Error(opened.fault.code);
  return readReport(opened.document, name, opened.problems);
}

const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ['text.txt', () => strToU8(asText())],
  ['marked.txt', () => strToU8(`\uFEFF${asText()}`)],
  ['gbk.txt', () => encodeGbk(asText())],
  ['wide.txt', () => encodeWide(asText())],
  ['wide-big.txt', () => encodeWide(asText(), { big: true })],
  ['wide-unmarked.txt', () => encodeWide(asText(), { marked: false })],
  ['page.html', () => strToU8(asHtml())],
  ['page-gbk.html', () => encodeGbk(asHtml())],
  ['rows.csv', () => strToU8(asCsv())],
  ['word.docx', () => asDocx()],
  ['sheet.xlsx', () => asXlsx()],
  ['print.pdf', asPdf],
];

describe('a report reads the same from', () => {
  it.each(FILES)('%s', async (name, bytes) => {
    const report = await read(bytes(), name);
    expect(report).toMatchObject({ authority: '青禾县民政局', year: 2023, form: '2021', problems: [] });
    expect(report.tables.三?.values).toEqual(made.three);
    expect(report.tables.四?.values).toEqual(made.four);
    expect(report.tables.二).toMatchObject({
      ids: ['regulations', 'normative-documents', 'licences', 'charges'],
      values: [
        [0, 0, 0],
        [4, 1, 22],
        [1306, null, null],
        [12.5, null, null],
      ],
    });
    expect(report.sections.map(({ number }) => number)).toEqual(['一', '二', '三', '四', '五', '六']);
    const prose = report.figures.filter(({ from }) => from === 'prose' || from === 'none');
    expect(prose.map(({ value, unit }) => `${value}${unit}`)).toEqual(['620条', '400条', '180条', '40条', '0元']);
    for (const { quote, position } of prose)
      expect(position.section).toMatch(quote.includes('620') ? /^一、/u : /^六、/u);
  });
});

describe('a file is known by what is in it', () => {
  it('whatever it is called', async () => {
    const report = await read(asDocx(), 'report.txt');
    expect(report.tables.三?.values).toEqual(made.three);
  });
});
