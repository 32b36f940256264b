import { getLunarDate } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/day.ts';
import { readOfficialDays } from '../../../src/requests/calendar/official-days.ts';
import { statutoryFestival } from '../../../src/requests/calendar/statutory-days.ts';
import { answerDeadline, buildCalendar } from '../../../src/requests/index.ts';
import { dose } from '../../dose.ts';

const calendar = buildCalendar();
const day = (text: string) => text as Day;

describe('a period of working days', () => {
  it.each([
    ['2017-09-25', 15, '2017-10-20'],
    ['2017-09-25', 20, '2017-10-27'],
    ['2017-09-25', 30, '2017-11-10'],
    ['2017-09-25', 40, '2017-11-24'],
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-02-10', 15, '2026-03-09'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-02-10', 40, '2026-04-14'],
  ])('from %s, %i days end on %s', (from, count, end) => {
    expect(calendar.addWorkdays(day(from), count)).toMatchObject({ day: end, provisional: false });
  });

  it('is provisional when it reaches a year whose holidays are not announced', () => {
    expect(calendar.addWorkdays(day('2026-12-04'), 20)).toMatchObject({ day: '2027-01-04', provisional: true });
  });

  it('is provisional on the last days of December, which the next notice may still move', () => {
    expect(calendar.addWorkdays(day('2026-12-01'), 19)).toMatchObject({ day: '2026-12-28', provisional: false });
    expect(calendar.addWorkdays(day('2026-12-01'), 20)).toMatchObject({ day: '2026-12-29', provisional: true });
    expect(calendar.addWorkdays(day('2018-12-03'), 20)).toMatchObject({ day: '2018-12-29', provisional: false });
  });

  it('moves a rest day on to the next working day when no days are counted', () => {
    expect(calendar.addWorkdays(day('2026-10-03'), 0).day).toBe('2026-10-08');
    expect(calendar.addWorkdays(day('2026-10-09'), 0).day).toBe('2026-10-09');
  });

  it('tells day by day what was counted and why', () => {
    const steps = calendar.addWorkdays(day('2026-02-12'), 2).explain();
    expect(steps.map((step) => [step.day, step.counted, step.why, step.holiday]).slice(0, 3)).toEqual([
      ['2026-02-13', 1, 'weekday', null],
      ['2026-02-14', 2, 'make_up', '春节'],
    ]);
    const festival = calendar.addWorkdays(day('2026-02-14'), 1).explain();
    expect(festival.filter((step) => step.why === 'holiday')).toHaveLength(9);
    expect(festival.at(-1)).toMatchObject({ day: '2026-02-24', counted: 1 });
  });

  it('refuses a period that does not exist', () => {
    expect(() => calendar.addWorkdays(day('2026-02-10'), -1)).toThrow(/-1 working days/u);
    expect(() => calendar.addWorkdays(day('2026-02-10'), 1.5)).toThrow();
  });

  it('ends on a working day, counts exactly as many, and grows by one step at a time', () => {
    const days = fc.integer({ min: 0, max: 8400 }).map((offset) => addDays(day('2004-01-01'), offset));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 90 }), (start, count) => {
        const end = calendar.addWorkdays(start, count);
        const steps = end.explain();
        expect(calendar.describeDay(end.day).workday).toBe(true);
        expect(steps.filter((step) => step.counted !== null)).toHaveLength(count);
        expect(steps.at(-1)?.day).toBe(end.day);
        const before = calendar.addWorkdays(start, count - 1).day;
        if (count > 1) expect(calendar.addWorkdays(before, 1).day).toBe(end.day);
        expect(end.provisional).toBe(!calendar.describeDay(start).settled || steps.some((step) => !step.settled));
      }),
      { seed: 20_260_210, numRuns: dose(200) },
    );
  });
});

describe('the years on file', () => {
  it('are those of the package, no more and no fewer', () => {
    expect([...calendar.years].sort()).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it('leave every other year open', () => {
    expect(calendar.isWorkday(day('2026-10-01'))).toBe(false);
    expect(calendar.isWorkday(day('2026-10-10'))).toBe(true);
    expect(calendar.isWorkday(day('2026-11-23'))).toBe(true);
    expect(calendar.isWorkday(day('2027-03-01'))).toBe('unknown');
    expect(calendar.isWorkday(day('2003-03-03'))).toBe('unknown');
  });

  it('do not include one of which only a stray January day is known', () => {
    const official = readOfficialDays({ holidays: { '2027-01-01': "New Year's Day,元旦,1" }, workdays: {} });
    expect(official.years.size).toBe(0);
    expect(buildCalendar(official).describeDay(day('2027-01-01'))).toMatchObject({ workday: false, why: 'holiday' });
  });
});

describe('the festivals the law gives', () => {
  it('put 清明 on the day the notices freed, every year since it became a holiday', () => {
    const { holidays } = readOfficialDays();
    for (let year = 2008; year <= 2026; year += 1) {
      const days = [4, 5, 6].map((date) => day(`${year}-04-0${date}`));
      const found = days.filter((each) => statutoryFestival(each) === '清明');
      expect(
        found.map((each) => holidays.get(each)),
        `${year}`,
      ).toEqual(['清明']);
    }
  });

  it('are thirteen days, in 2027 with the Spring Festival from 5 February', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays(day('2027-01-01'), index));
    expect(days.filter((each) => statutoryFestival(each) !== undefined)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  it('follow the lunar calendar for ten years', () => {
    const noon = (each: Day) => Date.parse(`${each}T12:00:00Z`);
    const lunarOf = (instant: number) => {
      const { lunarMon, lunarDay, isLeap } = getLunarDate(new Date(instant));
      return isLeap ? '' : `${lunarMon}/${lunarDay}`;
    };
    // The library reads an instant in the machine's zone; a known New Year tells by how much to shift.
    const shift = [0, 1, -1].find((days) => lunarOf(noon(addDays(day('2026-02-17'), days))) === '1/1') ?? Number.NaN;
    for (let each = day('2027-01-01'); each < '2037-01-01'; each = addDays(each, 1)) {
      const lunar = lunarOf(noon(addDays(each, shift)));
      const festival = statutoryFestival(each);
      if (['1/1', '1/2', '1/3'].includes(lunar)) expect(festival, each).toBe('春节');
      if (festival === '端午') expect(lunar, each).toBe('5/5');
      if (festival === '中秋') expect(lunar, each).toBe('8/15');
    }
  });
});

describe('the last day to answer', () => {
  it('is 20 working days after receipt, 40 when extended', () => {
    const request = { filedOn: day('2026-02-09'), receivedOn: day('2026-02-10') };
    expect(answerDeadline(calendar, request).day).toBe('2026-03-16');
    expect(answerDeadline(calendar, { ...request, extended: true }).day).toBe('2026-04-14');
  });

  it('is 15 for a request filed before the new regulation, even when received after', () => {
    expect(answerDeadline(calendar, { filedOn: day('2017-09-25'), receivedOn: day('2017-09-25') }).day).toBe(
      '2017-10-20',
    );
    const eve = { filedOn: day('2019-05-14'), receivedOn: day('2019-05-15') };
    expect(answerDeadline(calendar, eve).day).toBe(calendar.addWorkdays(day('2019-05-15'), 15).day);
    const first = { filedOn: day('2019-05-15'), receivedOn: day('2019-05-15') };
    expect(answerDeadline(calendar, first).day).toBe(calendar.addWorkdays(day('2019-05-15'), 20).day);
  });
});
