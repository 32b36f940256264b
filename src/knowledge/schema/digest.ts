import { z } from 'zod';
import { idSchema } from './base.ts';

const urgentSchema = z.strictObject({
  id: idSchema.describe('Intent, answer or matter that is urgent'),
  title: z.string().min(2).describe('What it is called in the digest'),
  from: z.number().int().positive().describe('Inquiries on one day from which on it is reported'),
});

/** When digests are made, and what is important enough for one of its own. */
export const digestFileSchema = z.strictObject({
  daily: z
    .strictObject({
      at: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time of day is written 08:00')
        .describe('Time of day in China at which the digest of the day before is made'),
    })
    .describe('《每日访情》'),
  important: z
    .strictObject({
      spike: z
        .strictObject({
          inquiries: z.number().int().positive().describe('Fewer on a day are never reported'),
          times: z.number().min(1).describe('How many times what is usual on that weekday'),
        })
        .describe('Something asked far more often than on that weekday otherwise; both have to hold'),
      urgent: z.array(urgentSchema).default([]),
    })
    .describe('《重要信访信息》'),
  mail: z
    .strictObject({
      from: z.email().optional(),
      to: z.array(z.email()).default([]),
    })
    .default({ to: [] })
    .describe('What stands in the head of the e-mail file'),
});
export type DigestFile = z.infer<typeof digestFileSchema>;
