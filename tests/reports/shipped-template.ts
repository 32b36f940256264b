import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type AnnualReportText, annualReportSchema } from '../../src/knowledge/schema/annual-report.ts';
import type { Entered } from '../../src/reports/index.ts';
import { ROOT } from '../architecture/imports.ts';

/** What the shipped knowledge base says in a year's report. */
export function shippedTemplate(): AnnualReportText {
  const file = join(ROOT, 'knowledge/shenyang-petition-bureau/annual-report.yaml');
  return annualReportSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** Everything staff have to enter for a year. */
export const allEntered: Entered = {
  texts: {
    management: '（三）政府信息管理。逐件审查拟公开信息。',
    'on-request':
      '（二）依申请公开。本年新收政府信息公开申请{new}件，办结{handled}件，结转下年度继续办理{carried-on}件。',
    mended: '上年提出的答复偏慢，今年已经改进。',
    problems: '答复的说理还不够细。',
    measures: '明年六月前修订答复模板。',
    'other-matters': '无其他需要报告的事项。',
  },
  figures: {
    'published-items': 120,
    'website-items': 80,
    'wechat-items': 40,
    'staff-count': 6,
    'training-count': 2,
    'fees-collected': 0,
  },
  tableTwo: {
    regulations: [0, 0, 0],
    'normative-documents': [4, 1, 22],
    licences: [0],
    penalties: [0],
    coercion: [0],
    charges: [0],
  },
};
