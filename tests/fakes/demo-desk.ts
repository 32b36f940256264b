import { type Chart, describeChart } from '../../src/channel/chart.ts';
import type { OutMessage } from '../../src/channel/message.ts';
import { createMemoryDesk, type MemoryDesk, wordsOf } from './memory-desk.ts';

const source = { title: '甲市2023年政府信息公开工作年度报告', url: 'https://example.gov.cn/report' };
const CHART: Chart = {
  shape: 'bars',
  title: '收到的申请（件）',
  note: '数字取自各机关公布的年度报告。',
  most: null,
  points: [
    { label: '甲市人民政府（2023年度）', value: 385, shown: '385件', source },
    { label: '乙市政务服务和数据管理局（2023年度）', value: 35, shown: '约35件', source },
  ],
};

const REPLIES: readonly { readonly when: RegExp; readonly replies: readonly OutMessage[] }[] = [
  {
    when: /排名/u,
    replies: [
      { kind: 'text', text: '1. 甲市人民政府：385件\n2. 乙市政务服务和数据管理局：约35件' },
      { kind: 'picture', text: '柱状图“收到的申请”：甲市385件，乙市35件。', file: describeChart(CHART), instead: '' },
    ],
  },
  {
    when: /提交公开申请|file a request/iu,
    replies: [
      { kind: 'notice', text: '填写随时可以暂停，已填的内容会保留。' },
      {
        kind: 'text',
        text: '您是为自己申请，还是代表单位申请？',
        choices: [
          { value: 'form/person', label: '个人' },
          { value: 'form/organisation', label: '单位（法人或其他组织）' },
          { value: 'form/pause', label: '暂停，以后再填', aside: true },
          { value: 'form/help', label: '这一步怎么填', aside: true },
        ],
        ask: { field: 'applicant', type: 'choice', step: 1, of: 9 },
      },
    ],
  },
  {
    when: /^form\/person$/u,
    replies: [
      {
        kind: 'text',
        text: '您的姓名？\n\n请与身份证件上的一致。',
        ask: { field: 'name', type: 'text', step: 2, of: 9 },
      },
    ],
  },
  {
    when: /王小明/u,
    replies: [
      {
        kind: 'text',
        text: '您的联系电话？\n\n例如 13800001234。',
        ask: { field: 'phone', type: 'tel', step: 3, of: 9 },
      },
    ],
  },
  {
    when: /^138/u,
    replies: [
      {
        kind: 'text',
        text: '您想要哪些信息？写名称、文号或特征。',
        ask: { field: 'description', type: 'multiline', step: 4, of: 9 },
      },
    ],
  },
  {
    when: /年度报告全文/u,
    replies: [
      { kind: 'text', text: '申请已提交。' },
      {
        kind: 'card',
        title: '公开申请回执',
        rows: [
          { label: '申请编号', value: 'SYXF-2026-000001' },
          { label: '查询码', value: 'K7M2-QX9P' },
          { label: '提交日期', value: '2026-11-23' },
        ],
        text: '办公室会与您确认收到的日期，从那天起20个工作日内答复。',
        printable: true,
        choices: [{ value: 'track', label: '查办理进度' }],
      },
    ],
  },
  {
    when: /./u,
    replies: [
      {
        kind: 'text',
        text: '自收到申请之日起20个工作日内答复。\n\n能当场答复的当场答复。需要延长的，经批准可再延长20个工作日，并会告诉您。',
        sources: [
          { title: '《中华人民共和国政府信息公开条例》', article: '第三十三条', url: 'https://www.gov.cn/' },
          { title: '2017年政府信息公开工作年度报告', article: '四', url: null },
        ],
        choices: [
          { value: 'answer/extension', label: '什么情况会延期？' },
          { value: 'request', label: '提交公开申请' },
          { value: 'person', label: '转人工' },
        ],
      },
    ],
  },
];

/** A desk with one short script that shows every kind of reply: for working on the page without the rooms behind. */
export function createDemoDesk(): MemoryDesk {
  return createMemoryDesk((inbound) => {
    const said = wordsOf(inbound);
    return { replies: REPLIES.find(({ when }) => when.test(said))?.replies ?? [] };
  });
}
