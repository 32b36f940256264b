import { z } from 'zod';
import { daySchema, idSchema } from './base.ts';

export const lawSchema = z.strictObject({
  id: idSchema,
  title: z.string().describe('Full official title, without brackets'),
  short: z.string().optional().describe('How people call it, e.g. 条例'),
  number: z.string().optional().describe('Promulgation number, e.g. 国务院令第711号'),
  from: daySchema.describe('First day in force'),
  to: daySchema.optional().describe('Last day in force; leave out while in force'),
  articles: z.number().int().positive().optional().describe('Number of the last article, to catch dead references'),
  url: z.url().optional().describe('Official text, when an address is known for certain'),
});
export type Law = z.infer<typeof lawSchema>;

export const lawsFileSchema = z.strictObject({ laws: z.array(lawSchema) });
