import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { type YearCalendar, yearCalendarSchema } from '../../../src/knowledge/schema/calendar.ts';
import { buildCalendar, layCalendars } from '../../../src/requests/index.ts';

const day = (text: string) => text as Day;
/** A notice made up for the tests. */
const NOTICE: YearCalendar = {
  year: 2027,
  title: '测试通知',
  off: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  worked: [{ name: '春节', day: '2027-02-13' }],
};

const faultsOf = (change: Partial<Record<keyof YearCalendar, unknown>>) => {
  const read = yearCalendarSchema.safeParse({ ...NOTICE, ...change });
  return read.success ? [] : read.error.issues.map((issue) => issue.message);
};

describe('a holiday notice that is loaded', () => {
  const before = buildCalendar();
  const after = buildCalendar(layCalendars([NOTICE]));

  test('settles what was provisional', () => {
    expect(before.addWorkdays(day('2026-12-10'), 20)).toMatchObject({ provisional: true });
    const settled = after.addWorkdays(day('2026-12-10'), 20);
    expect(settled).toMatchObject({ day: '2027-01-11', provisional: false });
    expect(after.describeDay(day('2026-12-31'))).toMatchObject({ workday: false, why: 'holiday', settled: true });
    expect(after.describeDay(day('2027-02-13'))).toMatchObject({ workday: true, why: 'make_up' });
  });

  test('leaves every other year as it was', () => {
    for (const start of ['2024-01-15', '2025-09-20', '2026-02-10']) {
      expect(after.addWorkdays(day(start), 20).day).toBe(before.addWorkdays(day(start), 20).day);
    }
  });

  test('corrects a year the program knew already: nothing of the old notice remains', () => {
    const corrected: YearCalendar = {
      year: 2025,
      title: '更正',
      off: [
        { name: '春节', from: '2025-01-29', to: '2025-02-02' },
        { name: '国庆节', from: '2025-10-01', to: '2025-10-03' },
      ],
      worked: [],
    };
    const calendar = buildCalendar(layCalendars([corrected]));
    expect(calendar.describeDay(day('2025-02-03'))).toMatchObject({ workday: true, why: 'weekday' });
    expect(calendar.describeDay(day('2025-01-26'))).toMatchObject({ workday: false, why: 'weekend' });
  });
});

describe('a holiday notice that no office could have sent', () => {
  test('is sound as it is', () => expect(faultsOf({})).toEqual([]));

  const [newYear, spring, national] = NOTICE.off;
  test.each([
    ['a day of another year', { off: [...NOTICE.off, { name: '中秋节', from: '2026-09-25' }] }, 'calendar_other_year'],
    [
      'a span that ends before it begins',
      { off: [spring, national, { ...newYear, to: '2026-12-30' }] },
      'calendar_span',
    ],
    [
      'a whole month',
      { off: [spring, national, { name: '长假', from: '2027-05-01', to: '2027-05-31' }] },
      'calendar_long',
    ],
    ['overlapping holidays', { off: [...NOTICE.off, { name: '中秋节', from: '2027-10-03' }] }, 'calendar_day_twice'],
    ['a day off and worked', { worked: [{ name: '春节', day: '2027-02-06' }] }, 'calendar_day_twice'],
    ['a weekday worked', { worked: [{ name: '春节', day: '2027-02-15' }] }, 'calendar_weekday'],
    ['a day that does not exist', { worked: [{ name: '春节', day: '2027-02-30' }] }, 'no_such_day'],
    ['no Spring Festival', { off: [newYear, national] }, 'calendar_incomplete'],
  ])('%s', (_name, change, check) => {
    expect(faultsOf(change)).toContain(check);
  });
});
