import { z } from 'zod';
import { daySchema, idSchema } from './base.ts';

const timeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time is written HH:MM')
  .describe('Time of day in China, HH:MM');

const intervalSchema = z.strictObject({ from: timeSchema, to: timeSchema });

const exceptionSchema = z
  .strictObject({
    from: daySchema,
    to: daySchema.optional().describe('Last day; left out for a single day'),
    intervals: z.array(intervalSchema).describe('Hours on these days whatever the calendar says; [] for closed'),
    why: z.string().min(2).optional().describe('Why, for colleagues'),
  })
  .describe('Days on which other hours are kept: a training day, a counter open on a Saturday');

export const teamSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(2).describe('The team, or the unit of the desk’s accounts that keeps these hours'),
  days: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .describe('ISO weekdays, 1 is Monday; holidays and make-up working days come from the calendar'),
  intervals: z.array(intervalSchema).min(1).describe('Several a day where there is a break at noon'),
  exceptions: z.array(exceptionSchema).default([]),
});
export type TeamHours = z.infer<typeof teamSchema>;

/** When staff answer, by team. The first team is the one everybody reaches who was not passed on to another. */
export const hoursFileSchema = z.strictObject({
  assumed: z.boolean().describe('true when no source states the hours and these are the usual ones'),
  teams: z.array(teamSchema).min(1),
});
export type HoursFile = z.infer<typeof hoursFileSchema>;
