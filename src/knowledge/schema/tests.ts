import { z } from 'zod';

/** What may be asked of a reply: the kinds and ids allowed, and patterns it must or must not show. */
export const expectationSchema = z.strictObject({
  question: z.string().min(1).describe('What somebody asks'),
  kinds: z.array(z.string()).default([]).describe('Kinds of reply allowed; none: any'),
  ids: z.array(z.string()).optional().describe('Entries allowed, when the exact one matters'),
  all: z.array(z.string()).default([]).describe('Regular expressions all of which the reply must show'),
  any: z.array(z.string()).default([]).describe('Regular expressions one of which it must show'),
  none: z.array(z.string()).default([]).describe('Regular expressions it must not show'),
  from: z.string().optional().describe('Where the question comes from, such as the day somebody asked it'),
});
export type TestQuestion = z.infer<typeof expectationSchema>;

export const testsFileSchema = z.strictObject({ tests: z.array(expectationSchema) });
