import { expect, test } from 'vitest';
import { inventCalendar } from '../../src/chaos/publish-calendar.ts';
import { yearCalendarSchema } from '../../src/knowledge/schema/calendar.ts';

test.for([0, 1, 2])('the holiday notice nobody wrote, turn %i, is one a desk can be served with', (turn) => {
  expect(yearCalendarSchema.safeParse(inventCalendar(2027, turn)).error?.issues).toBeUndefined();
});
