import { describe, expect, it } from 'vitest';
import { report2017 } from './report-2017.ts';

/** Typed from the report itself, section by section, not from the knowledge file. */
const TABLE: readonly (readonly [id: string, value: number | string, unit: string, section: string])[] = [
  ['statistics-period', '2017-01-01至2017-12-31', '–', '引言'],
  ['regulation-number', '国务院令第492号', '–', '引言'],
  ['postcode', '110013', '–', '引言'],
  ['phone', '28513177', '–', '引言'],
  ['website-posts', 3158, '条', '一'],
  ['website-articles', 2155, '条', '一'],
  ['website-videos', 268, '条', '一'],
  ['website-pictures', 735, '幅', '一'],
  ['proactive-items', 97, '条', '二'],
  ['proactive-website', 82, '条', '二'],
  ['proactive-wechat', 20, '条', '二'],
  ['proactive-press', 3, '条', '二'],
  ['online-share-before', 10, '%', '四'],
  ['online-share-after', 26, '%', '四'],
  ['online-petitions-closed', 1303, '件', '四'],
  ['satisfaction', 100, '%', '四'],
  ['proposals', 7, '件', '五'],
  ['proposals-congress', 2, '件', '五'],
  ['proposals-congress-lead', 1, '件', '五'],
  ['proposals-congress-assist', 1, '件', '五'],
  ['proposals-consultative', 4, '件', '五'],
  ['proposals-consultative-lead', 1, '件', '五'],
  ['proposals-consultative-assist', 3, '件', '五'],
  ['proposals-review', 1, '件', '五'],
  ['proposals-published', 2, '件', '五'],
  ['handling-rate', 100, '%', '五'],
  ['reply-rate', 100, '%', '五'],
  ['due-satisfaction-rate', 100, '%', '五'],
  ['solution-rate', 100, '%', '五'],
  ['policies-forwarded', 8, '条', '六'],
  ['interpretations-forwarded', 8, '条', '六'],
  ['daily-digest', 89, '期', '七'],
  ['important-digest', 8, '期', '七'],
  ['requests-received', 35, '件', '八'],
  ['requests-accepted', 8, '件', '八'],
  ['requests-answered', 8, '件', '八'],
  ['requests-referred', 27, '件', '八'],
  ['request-notice', '辽政办明电〔2015〕71号', '–', '八'],
  ['disputes', 0, '件', '九'],
  ['leading-group-changes', 2, '次', '十（一）'],
  ['officers-assigned', 1, '名', '十（一）'],
  ['website-investment', 30_000, '元', '十（三）'],
  ['sub-columns', 17, '个', '十（三）'],
  ['new-columns', 10, '个', '十（三）'],
  ['shortcuts', 2, '个', '十（三）'],
  ['signed-on', '2018-03-08', '–', '落款'],
  ['published-on', '2018-03-23', '–', '落款'],
];

const RELATIONS = [
  'sum website-posts = website-articles + website-videos + website-pictures',
  'overlap proactive-items = proactive-website + proactive-wechat + proactive-press',
  'sum requests-received = requests-accepted + requests-referred',
  'same requests-accepted = requests-answered',
  'sum proposals = proposals-congress + proposals-consultative + proposals-review',
  'sum proposals-congress = proposals-congress-lead + proposals-congress-assist',
  'sum proposals-consultative = proposals-consultative-lead + proposals-consultative-assist',
  'sum proposals-published = proposals-congress-lead + proposals-consultative-lead',
  'same handling-rate = reply-rate + due-satisfaction-rate + solution-rate',
];

describe('the 2017 report', () => {
  it('holds every figure with its unit and section, and no other', () => {
    expect(report2017.figures.map(({ id, value, unit, section }) => [id, value, unit, section])).toEqual(TABLE);
  });

  it('relates them as the report does', () => {
    expect(report2017.relations.map(({ kind, whole, parts }) => `${kind} ${whole} = ${parts.join(' + ')}`)).toEqual(
      RELATIONS,
    );
  });

  it('calls only 3万余元 approximate', () => {
    expect(report2017.figures.filter(({ approximate }) => approximate).map(({ id }) => id)).toEqual([
      'website-investment',
    ]);
  });

  it.each([
    ['new-columns', '只点了8个'],
    ['handling-rate', '3个百分之百'],
    ['satisfaction', '没有写有多少件参加了评价'],
    ['proactive-items', '105'],
    ['requests-referred', '没有写是哪些城市'],
  ])('says what is odd about %s', (id, words) => {
    expect(report2017.figures.find((figure) => figure.id === id)?.note).toContain(words);
  });

  it('has at least four phrasings for each figure', () => {
    expect(report2017.figures.filter(({ phrasings }) => phrasings.length < 4).map(({ id }) => id)).toEqual([]);
  });

  it('dates itself', () => {
    expect(report2017).toMatchObject({ year: 2017, signed: '2018-03-08', published: '2018-03-23' });
  });
});
