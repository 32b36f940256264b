import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { drawOutline } from '../../src/desk/reports/draw-outline.ts';
import { outlineReport } from '../../src/desk/reports/outline-report.ts';
import { writeOutlinePage } from '../../src/desk/reports/write-outline-page.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { buildReport, composeReport, NOTHING_ENTERED, type ReportCase } from '../../src/reports/index.ts';
import { ROOT } from '../architecture/imports.ts';
import { allEntered, shippedTemplate } from './shipped-template.ts';

const messages = loadMessages(`${ROOT}/messages`);
const sayReport = (key: string, values?: Readonly<Record<string, string | number>>) =>
  say(messages, 'zh-CN', `report.${key}`, values);
const one = (number: string, applicant: number, endedOn: string | null, row: string): ReportCase => ({
  number,
  applicant,
  receivedOn: '2026-02-01' as Day,
  endedOn: endedOn as Day | null,
  row,
  disputes:
    number === 'A' ? [{ row: 'review', lodgedOn: '2026-04-01' as Day, decidedOn: '2026-05-01' as Day, result: 0 }] : [],
});
const CASES = [
  one('A', 0, '2026-03-01', 'refused-secret'),
  one('B', 1, '2026-03-02', 'granted'),
  one('C', 0, null, 'granted'),
];
function outline(asOf: Day, entered = allEntered) {
  const built = buildReport(CASES, { authority: '某市<信访>局', year: 2026, asOf });
  return outlineReport(
    composeReport(built, shippedTemplate(), entered, { work: { inquiries: 300, handOvers: 20 } }),
    sayReport,
  );
}
const listNumbers = (made: ReturnType<typeof outline>) =>
  made.parts.flatMap((part) =>
    part.kind === 'numbers'
      ? part.numbers.map(({ label, value }) => [label, value])
      : part.bars.map(({ label, value }) => [label, String(value)]),
  );

test('the report at a glance shows the numbers of its tables, and only grounds that occurred', () => {
  const made = outline('2026-12-31' as Day);
  expect(listNumbers(made)).toEqual(
    expect.arrayContaining([
      ['本年新收', '3'],
      ['本年办结', '2'],
      ['结转下年度继续办理', '1'],
      ['自然人', '2'],
      ['商业企业', '1'],
      ['予以公开', '1'],
      ['不予公开', '1'],
      ['行政复议', '1'],
      ['行政规范性文件 · 现行有效件数', '22'],
    ]),
  );
  const grounds = made.parts.find(({ heading }) => heading.startsWith('没有公开'));
  expect(grounds).toMatchObject({ bars: [{ label: '属于国家秘密', value: 1, detail: '不予公开' }] });
  expect(made.preview).toBeNull();
});

test('drawing and page say the same: every word and number of the outline stands in both, as text', () => {
  const made = outline('2026-12-31' as Day);
  const [drawing, page] = [drawOutline(made), writeOutlinePage(made)];
  const plain = (markup: string) => markup.replaceAll(/<style>.*?<\/style>|<[^>]+>|\s/gu, '');
  for (const [label = '', value = ''] of listNumbers(made)) {
    for (const markup of [drawing, page]) {
      expect(plain(markup)).toContain(label.replaceAll(' ', ''));
      expect(markup).toContain(`>${value}`);
    }
  }
  expect(drawing).not.toContain('<信访>');
  expect(page).not.toContain('<信访>');
});

test('what is not final says so, and what nobody entered is shown as open', () => {
  const made = outline('2026-06-30' as Day, NOTHING_ENTERED);
  expect(made.preview).toBe('预览稿：数到 2026-06-30，不是正式报告');
  for (const markup of [drawOutline(made), writeOutlinePage(made)]) {
    expect(markup).toContain('预览稿');
    expect(markup).toContain('待填');
  }
});
