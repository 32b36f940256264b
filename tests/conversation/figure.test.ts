import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SkillResult, TurnContext } from '../../src/conversation/skill.ts';
import { answerFigure } from '../../src/conversation/skills/figure.ts';
import { startState } from '../../src/conversation/state.ts';
import { readFigureQuery } from '../../src/conversation/understand/figure-query.ts';
import { findYears } from '../../src/conversation/understand/years.ts';
import type { Day } from '../../src/day.ts';
import { type Locale, loadMessages, say } from '../../src/messages.ts';
import { figures2017, report2017 } from '../figures/report-2017.ts';

const TODAY = '2026-11-23' as Day;
const messages = loadMessages(join(import.meta.dirname, '../../messages'));

/** A context with the parts of a release this skill looks at. */
function makeContext(locale: Locale = 'zh-CN'): TurnContext {
  const release = {
    figures: figures2017,
    base: { profile: { name: '沈阳市信访局' }, laws: [], reports: [report2017] },
    messages,
  };
  return {
    release: release as unknown as TurnContext['release'],
    state: startState(locale),
    now: new Date('2026-11-23T02:00:00Z'),
    today: TODAY,
    messageId: 'm1',
    say: (key, values) => say(messages, locale, key, values),
  };
}

const read = (text: string) => readFigureQuery(text, { years: findYears(text, TODAY) }, figures2017);

function ask(text: string): SkillResult {
  const reading = read(text);
  if (!reading) throw new Error(`not taken for a figure: ${text}`);
  return answerFigure(makeContext(), reading.query, reading.confidence);
}

function textOf(result: SkillResult): string {
  const [reply] = result.replies;
  return reply?.kind === 'text' ? reply.text : '';
}

const labelsOf = (result: SkillResult) => {
  const [reply] = result.replies;
  return reply?.kind === 'text' ? reply.choices?.map(({ label }) => label) : undefined;
};

describe('citizens ask for one figure', () => {
  it.each([
    ['2017年收到多少件依申请公开', '35件'],
    ['17年一共收到几件信息公开申请？', '35件'],
    ['请问信访局2017年收到公开申请多少，受理多少', '35件'],
    ['受理了几件', '8件'],
    ['书面答复8件吗', '8件'],
    ['有多少件不归沈阳管的', '27件'],
    ['2017年有没有行政诉讼', '0件'],
    ['2017年主动公开了多少条信息', '97条'],
    ['政务微信公开了几条', '20条'],
    ['网上信访2017年办结多少件', '1303件'],
    ['满意度多少', '100%'],
    ['网投占比是多少', '26%'],
    ['2017年每日访情编了多少期', '89期'],
    ['人大代表建议有几件', '2件'],
    ['建议提案的解决率', '100%'],
    ['新网站花了多少钱', '3万余元'],
    ['栏目新增了几个', '10个'],
    ['2017年的报告是什么时候发布的', '2018年3月23日'],
    ['为什么97和105对不上', '97条'],
    ['三个百分之百是哪些', '100%'],
    ['17年信访局网站更新了多少文章', '2155条'],
    ['信访局2017年公开了几条', '97条'],
    ['2017年年报是依据哪个国务院令', '国务院令第492号'],
    ['how many requests were received in 2017', '35件'],
  ])('%s ▸ %s', (question, start) => {
    const result = ask(question);
    expect(textOf(result).startsWith(`${start}。`)).toBe(true);
    expect(result.outcome.kind).toBe('figure');
    expect(result.outcome.figures).toHaveLength(1);
  });
});

describe('the reply to 2017年收到多少件依申请公开', () => {
  const result = ask('2017年收到多少件依申请公开');

  it('gives number, parts, note and the words of the report', () => {
    expect(textOf(result)).toBe(
      [
        '35件。这是沈阳市信访局2017年度的“收到的依申请公开政府信息”。',
        '其中：依法应当受理的申请8件，不属沈阳管辖、电话告知的申请27件。',
        '说明：报告写的是件数，没有写人数。',
        '报告原文（八、依申请公开工作详细情况）：共收到各类依申请公开政府信息35件',
      ].join('\n'),
    );
  });

  it('cites the section and keeps the topic for the next question', () => {
    expect(result.outcome.sources).toEqual([
      { title: '市信访局2017年度政府信息公开工作报告', article: '八、依申请公开工作详细情况', url: null },
    ]);
    expect(result.state).toEqual({ topic: { kind: 'figure', id: 'requests-received', year: 2017 } });
  });

  it('tells machines the fact', () => {
    expect(result.outcome).toMatchObject({
      id: 'requests-received',
      figures: [{ metric: '收到的依申请公开政府信息', year: 2017, value: 35, unit: '件' }],
    });
  });

  it('offers its parts', () => {
    expect(labelsOf(result)).toEqual(['依法应当受理的申请', '不属沈阳管辖、电话告知的申请']);
  });
});

describe('citizens ask for something to be worked out', () => {
  it.each([
    ['受理的申请占收到的百分之几', '占22.9%。', '依法应当受理的申请8件 ÷ 收到的依申请公开政府信息35件 = 22.9%'],
    ['2017年依申请公开受理率是多少', '占22.9%。', '8件 ÷ '],
    ['不属沈阳管辖的占几成', '占77.1%。', '27件 ÷ '],
    ['文章比图片多多少', '相差1420条。', '2155条 − 门户网站发布的图片735幅 = 1420条'],
    ['网投占比提高了多少', '相差16个百分点。', '26% − 改革前的网上信访占比（网投占比）10% = 16个百分点'],
    ['网站平均每天发多少条信息', '平均每天约8.65条。', '3158条 ÷ 365天 = 8.65条'],
    ['视频和图片一共多少', '合计1003条。', '268条 + 门户网站发布的图片735幅 = 1003条'],
    ['网站信息里文章和图片加起来多少', '合计2890条。', '2155条 + 门户网站发布的图片735幅 = 2890条'],
    ['协办件总共几件', '合计4件。', '1件 + 政协提案中的协办件3件 = 4件'],
    ['平均每月办结多少件网上信访', '平均每月约108.6件。', '1303件 ÷ 12个月 = 108.6件'],
  ])('%s ▸ %s', (question, start, formula) => {
    const text = textOf(ask(question));
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain(formula);
    expect(text).toContain('由报告数字');
  });

  it('marks what is derived and states what it rests on', () => {
    expect(ask('受理的申请占收到的百分之几').outcome.figures).toEqual([
      { metric: '依法应当受理的申请 ÷ 收到的依申请公开政府信息（推算）', year: 2017, value: 22.9, unit: '%' },
      { metric: '依法应当受理的申请', year: 2017, value: 8, unit: '件' },
      { metric: '收到的依申请公开政府信息', year: 2017, value: 35, unit: '件' },
    ]);
  });

  it('sets 97 beside 105 when the channels are added up', () => {
    const text = textOf(ask('网站、微信、报刊一共公开了多少条'));
    expect(text).toContain('82条 + 政务微信主动公开20条 + 报刊等其他渠道主动公开3条 = 105条');
    expect(text).toContain('报告写的“主动公开的信息”是97条');
    expect(text).toContain('同一条信息可以走几个渠道');
  });

  it('tells parts of a whole', () => {
    expect(textOf(ask('收到的35件申请分别怎么处理的'))).toContain(
      '是35件，分为：依法应当受理的申请8件，不属沈阳管辖、电话告知的申请27件。',
    );
    expect(textOf(ask('政协提案主办和协办各多少件'))).toContain('政协提案中的主办件1件，政协提案中的协办件3件');
  });
});

describe('what the reports do not hold', () => {
  it.each([
    ['去年收了多少申请', '2025年'],
    ['2018年收到多少申请', '2018年'],
    ['2016年的满意度是多少', '2016年'],
  ])('%s: the year is not on file, and which are is said', (question, year) => {
    const result = ask(question);
    expect(textOf(result)).toContain(`我这里没有沈阳市信访局${year}的年度报告`);
    expect(textOf(result)).toContain('目前有的是2017年度的报告');
    expect(labelsOf(result)).toEqual(['看2017年度的']);
    expect(result.outcome.figures).toEqual([]);
  });

  it.each([
    ['2017年不予公开多少件', '不予公开的件数'],
    ['2017年延期了几件', '延期答复的件数'],
    ['网上信访收到多少件', '网上信访收到的件数'],
    ['27件都是哪些城市', '27件分别属于哪些城市'],
    ['2017年信息公开收了多少钱', '信息公开的收费'],
    ['2017年申请人里个人和企业各多少', '申请人的类别'],
    ['2017年多少件是网上申请的', '35件申请是从什么渠道来的'],
  ])('%s: not stated, not guessed', (question, metric) => {
    const result = ask(question);
    expect(textOf(result)).toContain(`沈阳市信访局2017年度的报告没有写“${metric}”`);
    expect(result.outcome).toMatchObject({ figures: [], id: null });
    expect(labelsOf(result)).toEqual(['写一份公开申请', '找工作人员']);
  });

  it('of two years, the one on file is answered and the other named as missing', () => {
    const text = textOf(ask('2016和2017年分别收到多少件申请'));
    expect(text).toContain('35件');
    expect(text).toContain('我这里没有沈阳市信访局2016年的年度报告。');
  });

  it('a metric that is gone is met kindly', () => {
    expect(textOf(answerFigure(makeContext(), { kind: 'value', metrics: ['gone'], year: 2017 }))).toBe(
      '报告里没有找到您说的这个数。',
    );
  });
});

describe('questions about the procedure are not taken for figures', () => {
  it.each([
    '怎么申请信息公开',
    '多少天能答复',
    '申请公开要多少钱',
    '一次最多可以申请几件',
    '大量申请信息公开会怎么处理',
    '我的申请受理了吗',
    '房产证办理找哪个部门',
    '今天天气怎么样',
    '',
  ])('%s', (question) => {
    expect(read(question)?.confidence ?? 0).toBeLessThan(0.5);
  });
});

describe('in English', () => {
  it('names, units and notes are English; the words of the report stay', () => {
    expect(textOf(answerFigure(makeContext('en'), { kind: 'value', metrics: ['requests-received'], year: 2017 }))).toBe(
      [
        '35 requests. This is “Disclosure requests received” of 沈阳市信访局 for 2017.',
        'Of these: Requests that were to be accepted by law: 8 requests; Requests outside the jurisdiction of Shenyang, told by telephone: 27 requests.',
        'Note: The report counts requests, not people.',
        'The report’s words (八、依申请公开工作详细情况): 共收到各类依申请公开政府信息35件',
      ].join('\n'),
    );
  });

  it('every metric, and everything the report leaves out, has an English name', () => {
    expect(report2017.figures.filter(({ en }) => !en).map(({ id }) => id)).toEqual([]);
    expect(report2017.absent.filter(({ en }) => !en).map(({ metric }) => metric)).toEqual([]);
  });

  it('says what is not stated', () => {
    const [absent] = figures2017.rank('不予公开的有几件');
    const result = answerFigure(makeContext('en'), { kind: 'value', metrics: [absent?.id ?? ''], year: 2017 });
    expect(textOf(result)).toContain('does not state “Requests refused”');
  });
});
