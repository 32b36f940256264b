/**
 * The parsers of what comes from outside, for fuzzers: `fuzz-blindly.ts`, and `fuzz-guided.sh` with jazzer.js. The first
 * byte chooses the parser. Parsers refuse in words: whatever one throws is a finding.
 */
import { findXmlProblem } from '../adapters/_shared/scan-xml.ts';
import { readXml } from '../adapters/_shared/wechat-xml.ts';
import { checkFile } from '../src/attachments/index.ts';
import { findDays } from '../src/conversation/understand/dates.ts';
import { dropYears, findYears } from '../src/conversation/understand/years.ts';
import type { Day } from '../src/day.ts';
import { readRows } from '../src/imports/index.ts';
import { importBytes } from '../src/reports/open/open-report.ts';
import { readCarriedText, readCredentials, readEmail, readPhone, tidyText } from '../src/requests/index.ts';
import { maskTold } from '../src/store/mask-told.ts';

const TODAY = '2026-11-27' as Day;

export const PARSERS: readonly ((bytes: Buffer, text: string) => unknown)[] = [
  (bytes) => importBytes(bytes, 'report.docx'),
  (bytes) => importBytes(bytes, 'report.pdf'),
  (bytes) => importBytes(bytes, 'report.html'),
  (bytes) => importBytes(bytes, 'report.xlsx'),
  (bytes) => readRows(bytes),
  (bytes) => checkFile(bytes, async () => 'clean'),
  (bytes) => readXml(bytes),
  (_, text) => findXmlProblem(text),
  (_, text) => [findYears(text, TODAY), dropYears(text), findDays(text, TODAY)],
  (_, text) => [readCredentials(text), readPhone(text), readEmail(text), readCarriedText(text), tidyText(text)],
  (_, text) => maskTold(text),
];

export async function fuzz(data: Buffer): Promise<void> {
  const [choice = 0] = data;
  const bytes = data.subarray(1);
  await PARSERS[choice % PARSERS.length]?.(bytes, bytes.toString('utf8'));
}
