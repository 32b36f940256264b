import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { documentOfText, type ReportDocument } from '../document.ts';
import { readReport } from '../read/read-report.ts';
import type { ReadProblem, ReadReport } from '../report.ts';
import { decodeText } from './decode-text.ts';
import { guardZip } from './guard-zip.ts';
import { MOST_BYTES, type Opened, refuse } from './opened.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readJsonTables } from './read-json-tables.ts';
import { readPdf } from './read-pdf.ts';
import { readCsv, readXlsx } from './read-sheet.ts';

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

async function openZipped(bytes: Uint8Array): Promise<Opened> {
  const survey = await guardZip(bytes);
  if ('fault' in survey) return { ok: false, fault: survey.fault };
  const problems: ReadProblem[] = [
    ...(survey.macros ? [{ code: 'problem_macros', values: {} }] : []),
    ...(survey.formulas ? [{ code: 'problem_formulas', values: {} }] : []),
  ];
  const read = survey.names.includes('word/document.xml')
    ? readDocx
    : survey.names.includes('xl/workbook.xml')
      ? readXlsx
      : undefined;
  if (!read) return refuse('fault_kind');
  const document = await read(bytes);
  return document ? { ok: true, document, problems } : refuse('fault_too_large', { most: 20 });
}

async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const document = await readPdf(bytes);
  if (!document) return refuse('fault_too_large', { most: 20 });
  const scanned = document.text.trim() === '';
  return scanned ? refuse('fault_scanned') : { ok: true, document, problems: [] };
}

async function openText(bytes: Uint8Array, extension: string): Promise<Opened> {
  const declared = /charset=["']?([\w-]+)/iu.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  const decoded = decodeText(bytes, declared);
  if (!decoded) return refuse('fault_kind');
  const { text } = decoded;
  if (text.trim() === '') return refuse('fault_empty');
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('{')) return readJsonTables(start);
  const html = /^\.x?html?$/u.test(extension) || /^<(?:!doctype|html|head|body|meta|\?xml|div|table|p)\b/iu.test(start);
  const document: ReportDocument = html
    ? readHtml(text)
    : /^\.[ct]sv$/u.test(extension)
      ? await readCsv(text)
      : documentOfText(text);
  return { ok: true, document, problems: [] };
}

/** Opens the bytes of a file by what they are, whatever it is called. */
export async function openBytes(bytes: Uint8Array, name: string): Promise<Opened> {
  if (bytes.length === 0) return refuse('fault_empty');
  if (bytes.length > MOST_BYTES) return refuse('fault_too_large', { most: MOST_BYTES / 1024 / 1024 });
  try {
    if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return await openPdf(bytes);
    if (startsWith(bytes, 0x50, 0x4b)) return await openZipped(bytes);
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('fault_old_office');
    return await openText(bytes, extname(name).toLowerCase());
  } catch (error) {
    // The libraries' own words speak of their insides; what matters is that the file does not hold.
    return refuse(/password|encrypt/iu.test(String(error)) ? 'fault_locked' : 'fault_damaged');
  }
}

export type Imported =
  | { readonly ok: true; readonly report: ReadReport }
  | { readonly ok: false; readonly fault: ReadProblem };

/** Reads the report a file holds. */
export async function importReport(path: string): Promise<Imported> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return { ok: false, fault: { code: 'fault_no_file', values: { path } } };
  // Looked at before reading: nothing of a file too large comes into memory.
  if (found.size > MOST_BYTES)
    return { ok: false, fault: { code: 'fault_too_large', values: { most: MOST_BYTES / 1024 / 1024 } } };
  const opened = await openBytes(await readFile(path), path);
  if (!opened.ok) return opened;
  const report = readReport(opened.document, basename(path), opened.problems);
  if (!opened.tables) return { ok: true, report };
  const problems = report.problems.filter(({ code }) => code !== 'problem_no_figures');
  return { ok: true, report: { ...report, form: '2021', tables: opened.tables, problems } };
}
