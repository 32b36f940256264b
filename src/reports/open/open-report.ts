import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  explainFailure,
  MOST_BYTES,
  type Refusal,
  refuseFile,
  refuseTooLarge,
  sniffFile,
} from '../../imports/index.ts';
import { documentOfText, type ReportDocument } from '../document.ts';
import { readReport } from '../read/read-report.ts';
import type { ReadReport } from '../report.ts';
import type { Opened } from './opened.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readJsonTables } from './read-json-tables.ts';
import { readPdf } from './read-pdf.ts';
import { readCsv, readXlsx } from './read-sheet.ts';

async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const document = await readPdf(bytes);
  if (!document) return refuseTooLarge();
  const scanned = document.text.trim() === '';
  return scanned ? refuseFile('fault_scanned') : { ok: true, document, problems: [] };
}

async function openText(text: string, extension: string): Promise<Opened> {
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
  const sniffed = await sniffFile(bytes);
  if (!sniffed.ok) return sniffed;
  try {
    if (sniffed.kind === 'pdf') return await openPdf(bytes);
    if (sniffed.kind === 'text') return await openText(sniffed.text, extname(name).toLowerCase());
    const document = await (sniffed.kind === 'docx' ? readDocx : readXlsx)(bytes);
    return document ? { ok: true, document, problems: sniffed.problems } : refuseTooLarge();
  } catch (error) {
    return explainFailure(error);
  }
}

export type Imported = { readonly ok: true; readonly report: ReadReport } | Refusal;

/** Reads the report a file holds. */
export async function importReport(path: string): Promise<Imported> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return refuseFile('fault_no_file', { path });
  // Looked at before reading: nothing of a file too large comes into memory.
  if (found.size > MOST_BYTES) return refuseTooLarge();
  return importBytes(await readFile(path), path);
}

/** Reads the report the bytes of a file hold. */
export async function importBytes(bytes: Uint8Array, name: string): Promise<Imported> {
  const opened = await openBytes(bytes, name);
  if (!opened.ok) return opened;
  const report = readReport(opened.document, basename(name), opened.problems);
  if (!opened.tables) return { ok: true, report };
  const problems = report.problems.filter(({ code }) => code !== 'problem_no_figures');
  return { ok: true, report: { ...report, form: '2021', tables: opened.tables, problems } };
}
