import { describe, expect, it } from 'vitest';
import { findNone } from '../../src/reports/read/read-none.ts';
import { readSentence } from '../../src/reports/read/read-prose.ts';

/** `of › metric value unit`, ~ for a number that is not exact. */
function tell(text: string): string[] {
  const figures = readSentence(text);
  return figures.map(({ metric, of, value, to, unit, approximate }) => {
    const whole = typeof of === 'number' ? `${figures[of]?.metric} › ` : of === 'before' ? '… › ' : '';
    return `${whole}${metric} ${value}${to === undefined ? '' : `–${to}`}${unit}${approximate ? '~' : ''}`;
  });
}

describe('a number is read as it is written', () => {
  it.each([
    ['主动公开信息１２３条', ['主动公开信息 123条']],
    ['累计公开1,234条、阅读量12，345次', ['公开 1234条', '阅读量 12345次']],
    ['全年发布67.4万条', ['发布 67.4万条']],
    ['全年发布12万余条', ['发布 120000条~']],
    ['推送图解30多幅，文字10余万字', ['推送图解 30幅~', '文字 100000字~']],
    ['接待来访约200人次', ['接待来访 200人次~']],
    ['微博粉丝数15万，比上年多', ['微博粉丝数 15万']],
    ['办结率达百分之九十八点五', ['办结率 98.5%']],
    ['培训骨干一百二十余人次', ['培训骨干 120人次~']],
    ['调度会每年召开3至5次', ['调度会每年召开 3–5次~']],
    ['平均办理时限12.5个工作日', ['平均办理时限 12.5个工作日']],
  ])('%s', (text, expected) => expect(tell(text)).toEqual(expected));
});

describe('a number that counts nothing is left alone', () => {
  it.each([
    '根据《关于印发2023年工作要点的通知》（某政办发〔2023〕15号）第三条',
    '自2021年1月1日起至2021年12月31日止',
    '联系电话024-12345678，邮编110000，传真12345678',
    '答复期限为20个工作日，最多延长20个工作日',
    '详见www.example.gov.cn/a/2023/12件.html',
    '十四届三次会议第005号提案',
    '一方面抓落实，一系列制度逐项完善，专栏每季度清理一次',
    '推进“3个百分之百”工作',
    '全文由总体情况等六部分组成',
  ])('%s', (text) => expect(tell(text)).toEqual([]));
});

describe('a figure is named by the words around it', () => {
  it.each([
    ['办结率、满意率均达100%', ['办结率 100%', '满意率 100%']],
    ['召开2次新闻发布会', ['召开新闻发布会 2次']],
    ['收到2件申请，1件予以公开，1件不予公开', ['收到申请 2件', '予以公开 1件', '不予公开 1件']],
    ['收到3件行政复议、1件行政诉讼', ['收到行政复议 3件', '行政诉讼 1件']],
    ['领导小组由1名组长、3名副组长组成', ['领导小组组长 1名', '副组长组成 3名']],
    ['对两个主办件的意见作了公开', ['主办件的意见作了公开 2个']],
    ['编发《舆情快报》21期', ['编发《舆情快报》 21期']],
    ['新增“指南、目录”等9个栏目', ['新增栏目 9个']],
    ['“马上办”（含代办）7件', ['“马上办” 7件']],
    ['对不属本市管辖的6件，告知到当地申请', ['不属本市管辖 6件']],
    ['网办率由原来的12%上升到31%', ['网办率 12%', '网办率 上升 31%']],
    [
      '收到申请45件，同比增长36.4%，比上年增加12件',
      ['收到申请 45件', '收到申请 同比增长 36.4%', '收到申请 比上年增加 12件'],
    ],
  ])('%s', (text, expected) => expect(tell(text)).toEqual(expected));
});

describe('parts know their whole', () => {
  it.each([
    ['公开规章9件（含新制定5件，修改4件）', ['公开规章 9件', '公开规章 › 新制定 5件', '公开规章 › 修改 4件']],
    [
      '建议提案9件，其中建议5件（主办2件、会办3件）、提案4件',
      ['建议提案 9件', '建议提案 › 建议 5件', '建议 › 主办 2件', '建议 › 会办 3件', '建议提案 › 提案 4件'],
    ],
    ['其中，文章7条、视频3条', ['… › 文章 7条', '… › 视频 3条']],
  ])('%s', (text, expected) => expect(tell(text)).toEqual(expected));
});

describe('names and numbers told apart are put together', () => {
  it.each([
    ['行政复议、行政诉讼各2件', ['行政复议 2件', '行政诉讼 2件']],
    ['行政复议和行政诉讼均为0件', ['行政复议 0件', '行政诉讼 0件']],
    ['新制定、修改和废止规章分别为5件、4件和3件', ['新制定 5件', '修改 4件', '废止规章 3件']],
    ['开放日、座谈会、听证会分别为3、4、5场', ['开放日 3场', '座谈会 4场', '听证会 5场']],
  ])('%s', (text, expected) => expect(tell(text)).toEqual(expected));
});

describe('words for none are a zero', () => {
  it.each([
    ['本年度未收到政府信息公开申请', ['政府信息公开申请']],
    ['没有因信息公开引发行政复议、行政诉讼', ['行政复议', '行政诉讼']],
    ['全年没有收取信息处理费', ['信息处理费']],
    ['申请人无正当理由逾期不补正', []],
    ['未按期答复的申请已说明原因', []],
  ])('%s', (text, expected) => expect(findNone(text).map(({ metric }) => metric)).toEqual(expected));
});
