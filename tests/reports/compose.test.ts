import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import {
  buildReport,
  composeReport,
  NOTHING_ENTERED,
  type ReportCase,
  reconcileReport,
} from '../../src/reports/index.ts';
import { allEntered, shippedTemplate } from './shipped-template.ts';

const template = shippedTemplate();
const work = { inquiries: 300, handOvers: 20 };
const one = (number: string, receivedOn: string, endedOn: string | null, row = 'granted'): ReportCase => ({
  number,
  applicant: 0,
  receivedOn: receivedOn as Day,
  endedOn: endedOn as Day | null,
  row,
  disputes: [],
});
const CASES = [
  one('A', '2025-05-01', '2025-05-20'),
  one('B', '2026-02-01', '2026-02-20'),
  one('C', '2026-03-01', '2026-03-20', 'refused-secret'),
  one('D', '2026-12-20', null),
];
const build = (year = 2026) => buildReport(CASES, { authority: '某市信访局', year, asOf: `${year}-12-31` as Day });
const textOf = (report: ReturnType<typeof composeReport>, id: string) =>
  report.sections.flatMap(({ parts }) => parts).find((part) => 'id' in part && part.id === id);

test('figures are bound: a text tells what the tables count', () => {
  const previous = { tableThree: build(2025).tables.三, paragraphs: [] };
  const report = composeReport(build(), template, NOTHING_ENTERED, { work, previous });
  expect(textOf(report, 'on-request')).toMatchObject({
    text: '（二）依申请公开。本年新收政府信息公开申请3件，比上年增长200%；上年结转0件。全年办结2件，其中予以公开1件，部分公开0件，不予公开1件，无法提供0件，不予处理0件，其他处理0件。结转下年度继续办理1件。',
    lacks: [],
  });
});

test('what is missing is a gap to be seen, and nothing is a gap once everything is entered', () => {
  const open = composeReport(build(), template, NOTHING_ENTERED, { work: { inquiries: null, handOvers: null } });
  expect(textOf(open, 'proactive')).toMatchObject({ text: expect.stringContaining('{published-items}') });
  expect(open.gaps).toContain('存在的主要问题');
  expect(open.gaps).toContain('咨询次数');
  expect(open.gaps).toContain('行政许可');
  expect(composeReport(build(), template, allEntered, { work }).gaps).toEqual([]);
});

test("last year's problems and measures stand beside what became of them", () => {
  const paragraphs = [{ id: 'problems', label: '存在的主要问题', text: '答复偏慢。' }];
  const previous = { tableThree: build(2025).tables.三, paragraphs };
  const report = composeReport(build(), template, NOTHING_ENTERED, { work, previous });
  expect(textOf(report, 'mended')).toMatchObject({ before: [{ text: '答复偏慢。' }] });
});

test('texts are weighed against the tables: a number typed in that the cases do not bear out is found', () => {
  const sound = composeReport(build(), template, allEntered, { work });
  expect(reconcileReport(sound)).toMatchObject({ ok: true });
  const typed = { ...allEntered.texts, 'on-request': '（二）依申请公开。全年收到政府信息公开申请7件。' };
  const wrong = composeReport(build(), template, { ...allEntered, texts: typed }, { work });
  expect(reconcileReport(wrong).problems).toMatchObject([{ code: 'must_text' }]);
});

test('the reports of 2019 and 2020 have the table 二 of their form', () => {
  expect(composeReport(build(2020), template, NOTHING_ENTERED, { work }).tableTwo.map(({ label }) => label)).toEqual([
    '规章',
    '规范性文件',
    '行政许可',
    '其他对外管理服务事项',
    '行政处罚',
    '行政强制',
    '行政事业性收费',
    '政府集中采购',
  ]);
});
