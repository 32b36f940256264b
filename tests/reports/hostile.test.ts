import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guardZip } from '../../src/imports/guard-zip.ts';
import { readRows } from '../../src/imports/index.ts';
import { importReport } from '../../src/reports/index.ts';

import { openBytes } from '../../src/reports/open/open-report.ts';
import { asDocx, asPdf, asXlsx, encodeGbk, encodeWide } from './made-files.ts';
import { asHtml } from './made-report.ts';

const fault = (code: string) => ({ ok: false, fault: { code } });

describe('a hostile file is refused with a clear word', () => {
  it('when it unpacks to far too much', async () => {
    const bytes = zipSync({ 'word/a.xml': new Uint8Array(600_000), 'word/b.xml': new Uint8Array(600_000) });
    expect(bytes.length).toBeLessThan(10_000);
    expect(await guardZip(bytes, { entries: 2000, unpacked: 1_000_000 })).toMatchObject({
      fault: { code: 'fault_bomb' },
    });
    expect(await guardZip(bytes)).toMatchObject({ names: ['word/a.xml', 'word/b.xml'] });
  });

  it('when an entry says that it is smaller than it is', async () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await openBytes(bytes, 'lies.docx')).toMatchObject(fault('fault_damaged'));
  });

  it('when it holds more entries than any document', async () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`x${index}`, new Uint8Array()]));
    expect(await openBytes(zipSync(files, { level: 0 }), 'many.xlsx')).toMatchObject(fault('fault_bomb'));
  });

  it('when its XML declares entities of its own', async () => {
    const bytes = asDocx({ 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' });
    expect(await openBytes(bytes, 'entities.docx')).toMatchObject(fault('fault_damaged'));
  });

  it.each([
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'fault_old_office'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'fault_kind'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('35件') }), 'fault_kind'],
    ['half a PDF', asPdf().subarray(0, 300), 'fault_damaged'],
    ['half a Word file', asDocx().subarray(0, 900), 'fault_damaged'],
    ['nothing', new Uint8Array(), 'fault_empty'],
    ['white space', strToU8('  \n '), 'fault_empty'],
    ['JSON of something else', strToU8('{"a":1}'), 'fault_json'],
    ['broken JSON', strToU8('{"rows":'), 'fault_json'],
  ])('when it is %s', async (_what, bytes, code) => {
    expect(await openBytes(bytes, 'file')).toMatchObject(fault(code));
  });

  it('when it has 100 MB, without being read, and when it is not there', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'desk-report-'));
    try {
      const large = join(directory, 'large.txt');
      writeFileSync(large, '');
      truncateSync(large, 100 * 1024 * 1024);
      expect(await importReport(large)).toMatchObject(fault('fault_too_large'));
      expect(await importReport(join(directory, 'none.txt'))).toMatchObject(fault('fault_no_file'));
      expect(await importReport(directory)).toMatchObject(fault('fault_no_file'));
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('what could do harm is made harmless and named', () => {
  it('macros are never run', async () => {
    const opened = await openBytes(asDocx({ 'word/vbaProject.bin': 'Sub AutoOpen()' }), 'macro.docm');
    expect(opened).toMatchObject({ ok: true, problems: [{ code: 'problem_macros' }] });
  });

  it('formulas are not calculated', async () => {
    const formula = (text: string, at: string) =>
      text === '1,306' ? `<c r="${at}" t="str"><f>SUM(A1:A9)</f><v>1306</v></c>` : undefined;
    const opened = await openBytes(asXlsx(formula), 'formula.xlsx');
    expect(opened.ok && opened.document.text).toContain('行政许可 | 1306');
    expect(opened).toMatchObject({ ok: true, problems: [{ code: 'problem_formulas' }] });
  });

  it('scripts of a page are no part of the report', async () => {
    const opened = await openBytes(strToU8(asHtml()), 'page.html');
    expect(opened.ok && opened.document.text).not.toContain('alert');
  });

  it('a page of twenty thousand boxes in one another is read without falling over', async () => {
    const opened = await openBytes(strToU8(`<html>${'<div>'.repeat(20_000)}受理3件</div></html>`), 'deep.html');
    expect(opened.ok).toBe(true);
  });
});

describe('rows of a file from outside', () => {
  it.each([
    ['UTF-8', strToU8('名称,电话\n民政局,=1+1\n')],
    ['GBK', encodeGbk('名称,电话\n民政局,=1+1\n')],
    ['UTF-16', encodeWide('名称,电话\n民政局,=1+1\n')],
  ])('are read from %s, a formula as the text it is', async (_encoding, bytes) => {
    expect(await readRows(bytes)).toMatchObject({
      rows: [
        ['名称', '电话'],
        ['民政局', '=1+1'],
      ],
    });
  });

  it('are read from a workbook, and not from a letter', async () => {
    const read = await readRows(asXlsx());
    expect(read.ok && read.rows.flat()).toContain('行政许可');
    expect(await readRows(asDocx())).toMatchObject(fault('fault_no_rows'));
    expect(await readRows(asPdf())).toMatchObject(fault('fault_no_rows'));
  });
});
