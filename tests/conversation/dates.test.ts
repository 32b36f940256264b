import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDays } from '../../src/conversation/understand/dates.ts';
import type { Day } from '../../src/day.ts';
import { dose } from '../dose.ts';

/** A Monday. */
const today = '2026-11-23' as Day;
const days = (text: string, from: Day = today) => findDays(text, from).map(({ day }) => day);

describe('days a message speaks of', () => {
  test.each([
    ['2026-03-02收到的', ['2026-03-02']],
    ['2026/3/2', ['2026-03-02']],
    ['2026.3.2交的', ['2026-03-02']],
    ['2026年3月2日', ['2026-03-02']],
    ['26年3月2号', ['2026-03-02']],
    ['二〇二六年三月二日', ['2026-03-02']],
    ['去年十二月二十五号', ['2025-12-25']],
    ['腊月不算，十二月廿五日算', ['2026-12-25']],
    ['今天', ['2026-11-23']],
    ['昨天交的', ['2026-11-22']],
    ['前天', ['2026-11-21']],
    ['大前天', ['2026-11-20']],
    ['明天、后天、大后天', ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['上周三', ['2026-11-18']],
    ['上上周日', ['2026-11-15']],
    ['周五', ['2026-11-27']],
    ['下个星期一', ['2026-11-30']],
    ['上个月20号', ['2026-10-20']],
    ['下月1日', ['2026-12-01']],
    ['3月2日提交，3月5日确认', ['2026-03-02', '2026-03-05']],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test('a day no calendar has is told from no day at all', () => {
    expect(findDays('2月30日交的', today)).toMatchObject([{ text: '2月30日', day: null }]);
    expect(days('2026-13-01')).toEqual([null]);
    expect(days('2025年2月29日')).toEqual([null]);
    expect(days('2024年2月29日')).toEqual(['2024-02-29']);
  });

  test('without a year it is this one, unless what was done lies ahead or what is planned lies behind', () => {
    expect(days('3月2日')).toEqual(['2026-03-02']);
    expect(days('3月2日交的')).toEqual(['2026-03-02']);
    expect(days('12月20日交的')).toEqual(['2025-12-20']);
    expect(days('12月20日交的话')).toEqual(['2026-12-20']);
    expect(days('3月2日交的话')).toEqual(['2027-03-02']);
    expect(days('20号交的')).toEqual(['2026-11-20']);
    expect(days('28号交的')).toEqual(['2026-10-28']);
  });

  test('turns with the year', () => {
    expect(days('昨天', '2027-01-01' as Day)).toEqual(['2026-12-31']);
    expect(days('上个月31号', '2027-01-05' as Day)).toEqual(['2026-12-31']);
    expect(days('12月31日交的', '2027-01-05' as Day)).toEqual(['2026-12-31']);
  });

  test.each([
    '第3号文件',
    '20号令',
    '电话28513177',
    '2017年收到多少申请',
    '20个工作日',
    '三个月',
    '申请编号SPB-2026-000123',
  ])('%s names none', (text) => {
    expect(findDays(text, today)).toEqual([]);
  });

  test('a day written out is read back, and nothing else ever throws', () => {
    const written = fc.date({ min: new Date('2008-05-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(written, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year = '', month = '', of = ''] = day.split('-');
        for (const text of [day, `${year}年${Number(month)}月${Number(of)}日`]) expect(days(text)).toEqual([day]);
      }),
      { seed: 42, numRuns: dose(200) },
    );
    const scraps = fc.array(
      fc.constantFrom('二', '十', '3', '月', '日', '号', '年', '上', '周', '前', '天', '廿', '-', '去'),
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        for (const mention of findDays(text, today)) expect(text.slice(mention.at)).toMatch(mention.text);
      }),
      { seed: 43, numRuns: dose(500) },
    );
  });
});
