import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/day.ts';
import { buildCalendar, groupDays, type Pause } from '../../../src/requests/index.ts';
import { dose } from '../../dose.ts';

const calendar = buildCalendar();
const day = (text: string) => text as Day;
const pause = (from: string, to: string): Pause => ({ from: day(from), to: day(to) });

const starts = fc.integer({ min: 0, max: 2700 }).map((offset) => addDays(day('2019-05-15'), offset));
const counts = fc.integer({ min: 1, max: 60 });
const rounds = { seed: 20_190_515, numRuns: dose(300) };

/** Up to three pauses around a start: before it, across it, on the way, overlapping, past the end. */
const around = (start: Day) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: 0, max: 25 }))
      .map(([offset, length]): Pause => ({ from: addDays(start, offset), to: addDays(start, offset + length) })),
    { maxLength: 3 },
  );
const periods = fc
  .tuple(starts, counts)
  .chain(([start, count]) =>
    fc.record({ start: fc.constant(start), count: fc.constant(count), pauses: around(start) }),
  );

describe('time that does not run', () => {
  it('moves the last day by the working days it took', () => {
    const asked = [pause('2026-03-02', '2026-03-06')];
    expect(calendar.addWorkdays(day('2026-02-10'), 20).day).toBe('2026-03-16');
    expect(calendar.addWorkdays(day('2026-02-10'), 20, asked).day).toBe('2026-03-23');
  });

  it('changes nothing when it lies on rest days, before the start or after the end', () => {
    const elsewhere = [
      pause('2026-02-15', '2026-02-23'),
      pause('2026-01-01', '2026-02-10'),
      pause('2026-03-17', '2026-04-30'),
    ];
    expect(calendar.addWorkdays(day('2026-02-10'), 20, elsewhere).day).toBe('2026-03-16');
  });

  it('counts a day in two pauses once', () => {
    const twice = [pause('2026-03-02', '2026-03-04'), pause('2026-03-03', '2026-03-06')];
    expect(calendar.addWorkdays(day('2026-02-10'), 20, twice).day).toBe('2026-03-23');
  });

  it('is named in the explanation, while a rest day keeps its own reason', () => {
    const steps = calendar.addWorkdays(day('2026-03-05'), 1, [pause('2026-03-06', '2026-03-09')]).explain();
    expect(steps.map((step) => [step.day, step.why, step.counted])).toEqual([
      ['2026-03-06', 'pause', null],
      ['2026-03-07', 'weekend', null],
      ['2026-03-08', 'weekend', null],
      ['2026-03-09', 'pause', null],
      ['2026-03-10', 'weekday', 1],
    ]);
  });

  it('leaves a date certain when only days in it are not settled', () => {
    const across = [pause('2026-12-29', '2027-01-31')];
    expect(calendar.addWorkdays(day('2026-12-25'), 1, across)).toMatchObject({ day: '2026-12-28', provisional: false });
    expect(calendar.addWorkdays(day('2026-12-25'), 2, across)).toMatchObject({ day: '2027-02-01', provisional: true });
  });

  it('never lets a period end on a rest day or in a pause, and counts exactly as many days', () => {
    fc.assert(
      fc.property(periods, ({ start, count, pauses }) => {
        const due = calendar.addWorkdays(start, count, pauses);
        expect(calendar.describeDay(due.day).workday).toBe(true);
        expect(pauses.some(({ from, to }) => from <= due.day && due.day <= to)).toBe(false);
        expect(due.explain().filter(({ counted }) => counted !== null)).toHaveLength(count);
      }),
      rounds,
    );
  });

  it('shifts the end exactly as that many more working days would', () => {
    fc.assert(
      fc.property(periods, ({ start, count, pauses }) => {
        const paused = calendar.addWorkdays(start, count, pauses);
        const taken = paused.explain().filter(({ why }) => why === 'pause').length;
        expect(paused.day).toBe(calendar.addWorkdays(start, count + taken).day);
      }),
      rounds,
    );
  });

  it('never brings the end nearer: not with a later start, more days or one more pause', () => {
    fc.assert(
      fc.property(periods, ({ start, count, pauses }) => {
        const end = calendar.addWorkdays(start, count, pauses).day;
        expect(calendar.addWorkdays(addDays(start, 1), count, pauses).day >= end).toBe(true);
        expect(calendar.addWorkdays(start, count + 1, pauses).day > end).toBe(true);
        expect(calendar.addWorkdays(start, count, pauses.slice(1)).day <= end).toBe(true);
      }),
      rounds,
    );
  });
});

describe('an explanation gathered into runs', () => {
  it('keeps every day, in order, with the numbers of the count', () => {
    fc.assert(
      fc.property(periods, ({ start, count, pauses }) => {
        const days = calendar.addWorkdays(start, count, pauses).explain();
        const groups = groupDays(days);
        let next = addDays(start, 1);
        let counted = 0;
        for (const group of groups) {
          expect(group.from).toBe(next);
          next = addDays(group.to, 1);
          if (group.counted === null) continue;
          expect(group.counted.first).toBe(counted + 1);
          counted = group.counted.last;
        }
        expect(counted).toBe(count);
        expect(groups.at(-1)?.to).toBe(days.at(-1)?.day);
      }),
      rounds,
    );
  });

  it('tells holidays, make-up days and weekends apart', () => {
    const groups = groupDays(calendar.addWorkdays(day('2026-02-10'), 7).explain());
    expect(groups.map(({ from, to, why, holiday }) => [from, to, why, holiday])).toEqual([
      ['2026-02-11', '2026-02-13', 'weekday', null],
      ['2026-02-14', '2026-02-14', 'make_up', '春节'],
      ['2026-02-15', '2026-02-23', 'holiday', '春节'],
      ['2026-02-24', '2026-02-26', 'weekday', null],
    ]);
  });
});
