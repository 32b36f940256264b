import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/day.ts';
import { checkKnowledge } from '../../src/knowledge/index.ts';
import { breakKnowledge, checkBroken } from './break-knowledge.ts';

const ANSWERS = 'town/answers/basics.yaml';
const REPORT = 'town/report/2017.yaml';
const MATTERS = 'town/jurisdiction/matters.yaml';
const RETENTION = 'town/retention.yaml';

describe('sound knowledge', () => {
  it('has no problem', () => {
    expect(checkBroken()).toEqual([]);
  });
});

/** One fault a file: where it is made, and the one line that must be said about it. */
const FAULTS: readonly (readonly [rule: string, file: string, old: string, now: string, said: string])[] = [
  ['broken YAML', ANSWERS, 'title: 基本问题', 'title: "基本问题', ':3 error 文件格式读不懂：'],
  ['a missing field', ANSWERS, '    title: 年报在哪看\n', '', ':25 error 缺少“title”'],
  ['a misspelt field', ANSWERS, '    related:', '    relatd:', ':23 error 没有“relatd”这个项目'],
  [
    'digits that are meant as text',
    'town/authority.yaml',
    '"110000"',
    '110000',
    ':7 error “value”应当是文字，这里读成了数字 110000',
  ],
  ['too few phrasings', ANSWERS, '      - 年报网址\n      - 年报公布了吗\n', '', ':27 error 问法太少：至少要 6 种'],
  [
    'an empty list of sources',
    ANSWERS,
    '        sources:\n          - { law: openness-new, article: 33 }\n',
    '        sources: []\n',
    ':16 error 没有写出处',
  ],
  [
    'no sources at all',
    ANSWERS,
    '        sources:\n          - { law: openness-new, article: 33 }\n',
    '',
    ':14 error 没有写出处',
  ],
  [
    'a source of no known shape',
    ANSWERS,
    '{ law: openness-new, article: 33 }',
    '{ law: openness-new }',
    ':17 error 缺少“article”',
  ],
  ['an id in capitals', ANSWERS, 'id: report-where', 'id: Report', ':25 error “id”的写法不对：Report'],
  [
    'a day in another form',
    ANSWERS,
    'review: 2027-01-31',
    'review: 2027/1/31',
    ':24 error “review”的日期写法不对：2027/1/31',
  ],
  [
    'a day that does not exist',
    ANSWERS,
    'review: 2027-01-31',
    'review: 2027-02-30',
    ':24 error “review”写的 2027-02-30 这一天不存在',
  ],
  ['a choice that is none', MATTERS, 'level: city', 'level: town', ':7 error “level”不能写 town'],
  [
    'an unknown law',
    ANSWERS,
    'openness-new, article: 33',
    'openness, article: 33',
    ':17 error 法规清单里没有“openness”',
  ],
  [
    'an article beyond the last',
    ANSWERS,
    'openness-new, article: 33',
    'openness-new, article: 57',
    ':17 error 《公开新规》没有第57条，最后一条是第56条',
  ],
  ['a report of another year', ANSWERS, 'report: 2017', 'report: 2016', ':39 error 没有 2016 年的年度报告'],
  ['a section the report lacks', ANSWERS, 'section: 一', 'section: 九', ':39 error 2017 年报告里没有第“九”部分'],
  [
    'a related answer that is gone',
    ANSWERS,
    '[report-where]',
    '[report-when]',
    ':23 error 没有编号为“report-when”的条目',
  ],
  ['an unknown kind of authority', MATTERS, 'kind: archives', 'kind: archive', ':6 error 没有编号为“archive”的条目'],
  [
    'a part that is no figure',
    REPORT,
    '[posts-web, posts-paper]',
    '[posts-web, posts-press]',
    ':29 error 没有编号为“posts-press”的条目',
  ],
  ['an id used twice', ANSWERS, 'id: answer-deadline', 'id: report-where', ':25 error 编号“report-where”用了两次'],
  [
    'a phrasing in two entries',
    MATTERS,
    '想查档案',
    '请问多久能回我？',
    ':5 error 问法“请问多久能回我？”已经属于 answer/answer-deadline',
  ],
  [
    'a phrasing twice in one entry',
    ANSWERS,
    '几天给答复',
    '多久能回我呢',
    ':8 warning 问法“多久能回我呢”在同一条目里写了两遍',
  ],
  [
    'a sum that does not come out',
    REPORT,
    'value: 12\n    unit: 条\n    section: 一\n    quote: 共发布信息12条',
    'value: 13\n    unit: 条\n    section: 一\n    quote: 共发布信息13条',
    ':27 error 合计对不上：10 + 2 = 12，而“posts”写的是 13',
  ],
  [
    'parts larger together than the whole, not marked as overlapping',
    REPORT,
    'value: 12\n    unit: 条\n    section: 一\n    quote: 共发布信息12条',
    'value: 11\n    unit: 条\n    section: 一\n    quote: 共发布信息11条',
    ':27 error 合计对不上',
  ],
  [
    'overlapping parts that leave a gap',
    REPORT,
    'kind: sum\n    whole: posts\n    parts: [posts-web, posts-paper]',
    'kind: overlap\n    whole: posts\n    parts: [posts-web]',
    ':27 error 重叠关系说不通',
  ],
  [
    'equal figures that differ',
    REPORT,
    'kind: sum\n    whole: posts\n    parts: [posts-web, posts-paper]',
    'kind: same\n    whole: posts\n    parts: [posts-web]',
    ':27 error 应当相等的数不相等',
  ],
  ['a quote without its figure', REPORT, '其中网站10条', '其中网站110条', ':19 error “posts-web”的原文摘录里看不到 10'],
  [
    'a figure in no section',
    REPORT,
    'section: 一',
    'section: 三',
    ':12 error “posts”写的章节“三”不在报告的 sections 里',
  ],
  [
    'law that ended before today',
    ANSWERS,
    '{ law: openness-new, article: 33 }',
    '{ law: openness-old, article: 24 }',
    ':17 error 依据已经失效：《公开旧规》',
  ],
  [
    'law that ended before today, for a matter',
    MATTERS,
    'openness-new, article: 36, item: 7',
    'openness-old, article: 24',
    ':9 error 依据已经失效：《公开旧规》',
  ],
  [
    'law that had not begun',
    ANSWERS,
    '{ law: openness-old, article: 24 }',
    '{ law: openness-new, article: 33 }',
    ':22 error 依据当时还没有施行：《公开新规》',
  ],
  ['versions on the same day', ANSWERS, 'to: 2019-05-14', 'to: 2019-05-15', ':18 error 两个版本的日期重叠'],
  [
    'a version that ends first',
    ANSWERS,
    'to: 2019-05-14',
    'to: 2008-04-30',
    ':19 error 截止日 2008-04-30 早于起始日 2008-05-01',
  ],
  [
    'the audit erased',
    RETENTION,
    'since: recorded, action: keep',
    'keep: 9 years, since: recorded, action: erase',
    ':23 error 保存期限“audit”不能这样处理',
  ],
  [
    'a time counted from another event',
    RETENTION,
    'since: last message',
    'since: closed',
    ':4 error 保存期限“drafts”不是从这件事算起',
  ],
  [
    'a time without what is done then',
    RETENTION,
    '    keep: 30 days\n',
    '',
    ':4 error 保存期限“drafts”的 keep 和 action 对不上',
  ],
  ['a time nobody can count', RETENTION, 'keep: 30 days', 'keep: 30 moons', ':3 error “keep”'],
  [
    'a time that rests on past law',
    RETENTION,
    'openness-new, article: 33',
    'openness-old, article: 24',
    ':6 error 依据已经失效',
  ],
  [
    'a class that no rule speaks of today',
    RETENTION,
    '    from: 2021-11-01',
    '    from: 2021-11-01\n    to: 2021-12-01',
    ':1 warning 没有写“drafts”今天适用的保存期限',
  ],
  [
    'a review overdue',
    ANSWERS,
    'review: 2027-01-31',
    'review: 2026-11-22',
    ':24 warning “多久答复”该复核了，期限是 2026-11-22',
  ],
];

describe('one fault', () => {
  it.each(FAULTS)('%s is told with its line', (_rule, file, old, now, said) => {
    const problems = checkBroken({ file, old, now });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${file}${said}`);
  });

  it('comes with a mend in the language asked for', () => {
    const options = breakKnowledge({
      file: ANSWERS,
      old: 'openness-new, article: 33',
      now: 'openness-new, article: 57',
    });
    const [problem] = checkKnowledge({ ...options, today: '2026-11-23' as Day, locale: 'en' });
    expect(problem).toMatchObject({
      column: 34,
      message: '《公开新规》 has no article 57; the last is 56',
      mend: 'Look the number up in the text.',
    });
  });
});

describe('an answer that compares', () => {
  const old = '20个工作日内答复。\n        sources:\n';

  it('may cite the old law beside the new when it says which year the old one ended', () => {
    const now =
      '20个工作日内答复，2019年以前是15个。\n        sources:\n          - { law: openness-old, article: 24 }\n';
    expect(checkBroken({ file: ANSWERS, old, now })).toEqual([]);
  });

  it('may not when it does not say so', () => {
    const now = '20个工作日内答复。\n        sources:\n          - { law: openness-old, article: 24 }\n';
    expect(checkBroken({ file: ANSWERS, old, now })).toEqual([expect.stringContaining(':17 error 依据已经失效')]);
  });
});

describe('several faults', () => {
  it('are all told at once, those of other files too', () => {
    const problems = checkBroken(
      { file: ANSWERS, old: 'id: report-where', now: 'id: Report' },
      { file: MATTERS, old: '想查档案', now: '早上好' },
    );
    expect(problems).toEqual([
      expect.stringContaining(`${ANSWERS}:25 error “id”的写法不对`),
      expect.stringContaining('town/intents.yaml:4 error 问法“早上好”已经属于 matter/archive-lookup'),
    ]);
  });

  it('do not make false ones of references into a file that could not be read', () => {
    const problems = checkBroken({ file: 'national/laws.yaml', old: 'title: 公开新规', now: 'titel: 公开新规' });
    expect(problems.every((problem) => problem.startsWith('national/laws.yaml'))).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });
});
