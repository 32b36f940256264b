import { z } from 'zod';
import { daySchema, idSchema } from './base.ts';

export const figureSchema = z.strictObject({
  id: idSchema,
  metric: z.string().describe('Name of the metric as shown'),
  names: z.array(z.string()).default([]).describe('Other names people use for the metric'),
  phrasings: z.array(z.string()).default([]).describe('Whole questions that ask for it'),
  value: z.union([z.number(), z.string()]).describe('A number, or text for dates, names and document numbers'),
  unit: z.string().describe('件, 条, %, 元 …; – for text values'),
  approximate: z.boolean().default(false).describe('true for 3万余元 and the like'),
  section: z.string().describe('Section of the report'),
  quote: z.string().min(2).max(80).describe('Short words of the report this was read from'),
  note: z.string().optional().describe('What a reader must know so as not to be misled'),
  en: z
    .strictObject({ metric: z.string(), unit: z.string().optional(), note: z.string().optional() })
    .optional()
    .describe('Name, unit and note in English'),
});
export type Figure = z.infer<typeof figureSchema>;

export const relationSchema = z.strictObject({
  kind: z
    .enum(['sum', 'overlap', 'same'])
    .describe(
      'sum: the parts add up to the whole. overlap: an item may be counted in several parts. same: the figures are equal',
    ),
  whole: idSchema,
  parts: z.array(idSchema).min(1),
  note: z.string().optional(),
  en: z.string().optional().describe('The note in English'),
});
export type Relation = z.infer<typeof relationSchema>;

export const reportSchema = z.strictObject({
  year: z.number().int(),
  title: z.string(),
  signed: daySchema,
  published: daySchema,
  url: z.url().optional(),
  sections: z.record(z.string(), z.string()).describe('Section number to heading'),
  figures: z.array(figureSchema),
  relations: z.array(relationSchema),
  absent: z
    .array(
      z.strictObject({
        metric: z.string(),
        names: z.array(z.string()).default([]),
        phrasings: z.array(z.string()).default([]),
        en: z.string().optional(),
      }),
    )
    .default([])
    .describe('What people ask for and the report does not say'),
});
export type Report = z.infer<typeof reportSchema>;
