import { describe, expect, test } from 'vitest';
import { estimateWait } from '../../src/conversation/estimate-wait.ts';
import { findNextOpening, teamFor } from '../../src/conversation/opening.ts';
import { hoursFileSchema, type TeamHours } from '../../src/knowledge/schema/hours.ts';
import { buildCalendar } from '../../src/requests/index.ts';

const calendar = buildCalendar();
const at = (time: string) => new Date(`${time}:00+08:00`);

const hours = hoursFileSchema.parse({
  assumed: false,
  teams: [
    {
      id: 'counter',
      name: '受理',
      days: [1, 2, 3, 4, 5],
      intervals: [
        { from: '09:00', to: '11:30' },
        { from: '13:00', to: '17:00' },
      ],
      exceptions: [
        { from: '2026-11-24', to: '2026-11-25', intervals: [], why: '业务培训' },
        { from: '2026-11-28', intervals: [{ from: '10:00', to: '12:00' }] },
      ],
    },
    { id: 'rules', name: '法规处', days: [2, 4], intervals: [{ from: '14:00', to: '16:00' }] },
  ],
});
const [counter, rules] = hours.teams as [TeamHours, TeamHours];

describe('the next opening', () => {
  test.each([
    ['is now within an interval', counter, '2026-11-23T09:00', true, '2026-11-23', '09:00'],
    ['is this afternoon during the break', counter, '2026-11-23T12:00', false, '2026-11-23', '13:00'],
    ['leaves out days with other hours', counter, '2026-11-23T17:00', false, '2026-11-26', '09:00'],
    ['is on a Saturday opened for once', counter, '2026-11-27T18:00', false, '2026-11-28', '10:00'],
    ['is the Sunday worked for a holiday', counter, '2026-09-19T12:00', false, '2026-09-20', '09:00'],
    ['is after the holiday', counter, '2026-09-30T18:00', false, '2026-10-08', '09:00'],
    ['is on the team’s own days', rules, '2026-11-25T10:00', false, '2026-11-26', '14:00'],
  ] as const)('%s', (_, team, now, open, day, from) => {
    expect(findNextOpening(team, calendar, at(now))).toMatchObject({ open, day, from });
  });

  test('is none where a team is shut for good', () => {
    const shut = { ...counter, exceptions: [{ from: '2026-01-01', to: '2027-12-31', intervals: [] }] };
    expect(findNextOpening(shut, calendar, at('2026-11-23T10:00'))).toBeUndefined();
  });

  test('is of the unit a conversation was passed on to, else of the first team', () => {
    expect(teamFor(hours, '法规处')).toBe(rules);
    expect(teamFor(hours, '别的处')).toBe(counter);
    expect(teamFor(undefined)).toBeUndefined();
  });
});

describe('the wait', () => {
  const wait = (joined: string, minutes: number) => ({
    joinedAt: at(joined).toISOString(),
    claimedAt: new Date(at(joined).getTime() + minutes * 60_000).toISOString(),
  });
  const mornings = [3, 4, 11, 12, 90].map((minutes, index) => wait(`2026-11-${16 + index}T09:10`, minutes));

  test('is the middle one of recent waits, rounded up to five minutes', () => {
    expect(estimateWait(mornings, counter, calendar)).toBe(15);
  });

  test('is unknown after too few, and those through a night do not count', () => {
    expect(estimateWait(mornings.slice(1), counter, calendar)).toBeNull();
    expect(estimateWait([...mornings.slice(1), wait('2026-11-16T20:00', 800)], counter, calendar)).toBeNull();
  });
});
