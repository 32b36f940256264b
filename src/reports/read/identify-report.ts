import type { ReportDocument } from '../document.ts';
import type { ReportForm } from '../report.ts';
import { toHalfWidth } from './mask.ts';

export interface ReportIdentity {
  readonly authority: string | null;
  readonly year: number | null;
  readonly form: ReportForm;
}

const KIND = '(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?报告';
const YEAR = String.raw`(?<year>(?:19|20)\d{2})\s*年?\s*(?:年度|度)?\s*(?:的)?`;
const AUTHORITY = String.raw`(?<authority>[\p{Script=Han}·]{2,30}?)`;
const TITLES = [
  new RegExp(String.raw`${AUTHORITY}\s*(?:关于)?\s*${YEAR}\s*${KIND}`, 'u'),
  new RegExp(String.raw`${YEAR}\s*${AUTHORITY}\s*${KIND}`, 'u'),
];
/** The first lines hold the title; further down other reports may be named. */
const HEAD_LINES = 15;

function findTitle(lines: readonly string[]): { authority?: string; year?: string } {
  for (const line of lines.slice(0, HEAD_LINES)) {
    for (const title of TITLES) {
      const found = title.exec(toHalfWidth(line))?.groups;
      if (found) return found;
    }
  }
  return {};
}

/** Fields collectors of reports put above their extracts: agency, report_year, format. */
function findField(lines: readonly string[], name: string): string | undefined {
  return lines
    .slice(0, HEAD_LINES)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}

function readForm(text: string, format: string | undefined, year: number | null): ReportForm {
  if (format?.startsWith('pre')) return 'free-text';
  if (format !== undefined && /2021|30号/u.test(format)) return '2021';
  if (format !== undefined && /2019|60号/u.test(format)) return '2019';
  if (/三安全一稳定|四类过程性|现行有效件数/u.test(text)) return '2021';
  if (/本年新制作数量|对外公开总数量/u.test(text)) return '2019';
  if (format !== undefined || year === null || year < 2019) return 'free-text';
  return year < 2021 ? '2019' : '2021';
}

/** Whose report of which year it is, and in which form: from its title, an extract's fields, or the file's name. */
export function identifyReport(document: ReportDocument, fileName: string): ReportIdentity {
  const lines = document.lines.map(({ text }) => text);
  const title = findTitle(lines);
  const named = /^(?<year>\d{4})[_-](?<authority>.+?)\.\w+$/u.exec(fileName)?.groups ?? {};
  const span = /统计(?:期限|时限|日期|时间|数据)?[^。]{0,12}?自?\s*(?<year>20\d{2})年1月1日/u.exec(
    toHalfWidth(document.text),
  )?.groups;
  const year = [findField(lines, 'report_year'), title.year, span?.year, named.year].find(
    (each) => each !== undefined && /^\d{4}$/u.test(each),
  );
  const number = year === undefined ? null : Number(year);
  const authority = findField(lines, 'agency') ?? title.authority ?? named.authority ?? null;
  return { authority, year: number, form: readForm(document.text, findField(lines, 'format'), number) };
}
