import { z } from 'zod';
import { daySchema, idSchema, phrasingsSchema, sourceSchema } from './base.ts';

/** What holds from one day to another. Versions of one entry never overlap. */
const answerVersionSchema = z.strictObject({
  from: daySchema.describe('First day these rules hold'),
  to: daySchema.optional().describe('Last day these rules hold; leave out while in force'),
  answer: z.string().min(4).max(120).describe('The short first sentence: true on its own'),
  detail: z.string().max(900).optional().describe('What one also needs to know; short lines'),
  sources: z.array(sourceSchema).min(1),
});
export type AnswerVersion = z.infer<typeof answerVersionSchema>;

export const answerSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(40).describe('The question as a heading'),
  phrasings: phrasingsSchema(6),
  versions: z.array(answerVersionSchema).min(1),
  en: z
    .strictObject({
      title: z.string(),
      answer: z.string(),
      detail: z.string().optional(),
      phrasings: z.array(z.string()).default([]),
    })
    .optional()
    .describe('English rendering of the version in force'),
  names: z
    .array(z.string())
    .default([])
    .describe('Words one of which is said by who means this answer; without one it stands back'),
  related: z.array(idSchema).default([]).describe('Ids of answers a reader may want next'),
  next: z.enum(['request', 'track', 'person', 'figures']).optional().describe('What to offer after the answer'),
  tests: z
    .array(z.string())
    .default([])
    .describe('Questions that must reach this entry; asked before every publishing'),
  review: daySchema.describe('Day by which somebody must look at this again'),
});
export type Answer = z.infer<typeof answerSchema>;

export const answersFileSchema = z.strictObject({
  topic: idSchema,
  title: z.string().describe('Subject of the file, as shown in menus'),
  own: z
    .boolean()
    .default(false)
    .describe('true when the answers are about this authority itself: they do not answer for another one'),
  names: z
    .array(z.string())
    .default([])
    .describe('Words one of which is said by who means these answers; without one they stand back'),
  answers: z.array(answerSchema),
});
export type AnswersFile = z.infer<typeof answersFileSchema>;
