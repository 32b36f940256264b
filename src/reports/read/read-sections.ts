import type { ReportDocument } from '../document.ts';
import type { ReportSection } from '../report.ts';

const NUMERALS = '一二三四五六七八九十';
const NUMBERED = new RegExp(
  `^\\s*(?:(?<chapter>[${NUMERALS}]{1,3})\\s*[、.．]|第(?<part>[${NUMERALS}]{1,3})(?:部分|章)[、：:\\s]*|[（(](?<item>[${NUMERALS}]{1,3})[)）])\\s*(?<heading>[^\\s|][^|]{0,39}?)\\s*$`,
  'u',
);
const UNNUMBERED =
  /^\s*(?<heading>存在(?:的主要)?问题|整改措施|改进措施|下一步(?:工作)?(?:打算|安排)?|工作计划|附件?|其他(?:需要报告的)?事项)[：:]?\s*$/u;
/** Headings of extracts of reports, as collectors write them. */
const LISTED = /^\[(?<heading>[a-z]+)\]\s*$/u;

interface Heading {
  readonly number: string;
  readonly heading: string;
}

function readHeading(line: string): Heading | undefined {
  const numbered = NUMBERED.exec(line)?.groups;
  if (numbered) {
    const { chapter, part, item, heading = '' } = numbered;
    // A heading that ends like a sentence, or counts something, is a sentence.
    if (/[。；;，,：:]|\d\s*[条件篇份次]/u.test(heading)) return undefined;
    return { number: chapter ?? part ?? `（${item ?? ''}）`, heading };
  }
  const heading = (UNNUMBERED.exec(line) ?? LISTED.exec(line))?.groups?.heading;
  return heading === undefined ? undefined : { number: '', heading };
}

export function isHeading(line: string): boolean {
  return readHeading(line) !== undefined;
}

/** （三）加强了平台建设。年内…: a heading at the beginning of its paragraph. */
const LEADING = new RegExp(`^\\s*[（(](?<item>[${NUMERALS}]{1,3})[)）](?<heading>[^。；，,：:\\d]{2,30})[。：:]`, 'u');

function readLeading(line: string): Heading | undefined {
  const { item, heading } = LEADING.exec(line)?.groups ?? {};
  return item !== undefined && heading !== undefined ? { number: `（${item}）`, heading } : undefined;
}

/** The headings of a report in their order. */
export function readSections({ lines }: ReportDocument): readonly ReportSection[] {
  return lines.flatMap(({ text, line, offset, cells }) => {
    const found = cells ? undefined : (readHeading(text) ?? readLeading(text));
    return found ? [{ ...found, line, offset }] : [];
  });
}

/** The heading something stands under, with its number: 十、制度机制建设情况, 十（三）加强平台建设. */
export function findSection(sections: readonly ReportSection[], offset: number): string | null {
  const last = sections.findLast((section) => section.offset <= offset);
  if (!last) return null;
  if (!last.number.startsWith('（')) return [last.number, last.heading].filter(Boolean).join('、');
  const chapter = sections.findLast(({ number, offset: at }) => at < last.offset && /^[^（]/u.test(number));
  return `${chapter?.number ?? ''}${last.number}${last.heading}`;
}
