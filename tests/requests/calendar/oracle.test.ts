import { expect, it } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { buildCalendar } from '../../../src/requests/index.ts';
import { ANNOUNCED } from './announced-days.ts';

const DAY = 86_400_000;
const numberOf = (text: string) => Date.parse(text) / DAY;
const textOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

/** Every announced day as a number since 1970; a span `from..to` stands for its days. */
function readAnnounced(part: 0 | 1): Set<number> {
  const days = new Set<number>();
  for (const [year, entry] of Object.entries(ANNOUNCED)) {
    for (const span of entry[part].split(' ')) {
      const [from = '', to = from] = span.split('..');
      for (let day = numberOf(`${year}-${from}`); day <= numberOf(`${year}-${to}`); day += 1) days.add(day);
    }
  }
  return days;
}

/** All working days in order, so that a period is an index and a sum: nothing here walks from day to day. */
function listWorkdays(first: number, last: number): number[] {
  const [off, worked] = [readAnnounced(0), readAnnounced(1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((day) => {
    const weekend = [2, 3].includes(day % 7); // 1 January 1970 was a Thursday
    return worked.has(day) || !(weekend || off.has(day));
  });
}

it('agrees with an independent reckoning from every day of seven years, over 7, 15, 20 and 40 working days', () => {
  const calendar = buildCalendar();
  const [first, last] = [numberOf('2019-05-15'), numberOf('2026-10-15')];
  const workdays = listWorkdays(first, numberOf('2026-12-31'));
  const differences: string[] = [];
  let checked = 0;
  let next = 0;
  for (let start = first; start <= last; start += 1) {
    while ((workdays[next] ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    for (const count of [7, 15, 20, 40]) {
      const expected = textOf(workdays[next + count - 1] ?? Number.NaN);
      const { day, provisional } = calendar.addWorkdays(textOf(start) as Day, count);
      if (day !== expected || provisional) differences.push(`${textOf(start)} + ${count}: ${day}, not ${expected}`);
      checked += 1;
    }
  }
  expect(differences).toEqual([]);
  expect(checked).toBe(2711 * 4);
});
