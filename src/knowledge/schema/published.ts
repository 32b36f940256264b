import { z } from 'zod';
import { daySchema, idSchema } from './base.ts';

const metricSchema = z.strictObject({
  id: idSchema,
  metric: z.string().describe('Name of the metric as shown, the same for every authority'),
  names: z.array(z.string()).min(1).describe('Words that name it in a question'),
  own: idSchema.optional().describe('Id of the same metric in the reports of the authority served'),
  partOf: idSchema.optional().describe('The metric it is a part of, so that a share can be told'),
  en: z.string().optional(),
});

const figureSchema = z.strictObject({
  metric: idSchema,
  value: z.number(),
  unit: z.string(),
  approximate: z.boolean().default(false),
  quote: z.string().min(2).max(80).describe('Short words of the report this was read from'),
  note: z.string().optional(),
});

const reportSchema = z.strictObject({
  authority: z.string(),
  names: z.array(z.string()).min(1).describe('What people call the authority; never a name others bear too'),
  year: z.number().int(),
  url: z.url(),
  read: daySchema.describe('Day the page was read'),
  figures: z.array(figureSchema).min(1),
});

/** Figures of other authorities' reports, for comparing. Only from the authorities' own pages. */
export const publishedFileSchema = z.strictObject({
  metrics: z.array(metricSchema),
  reports: z.array(reportSchema),
});
export type PublishedFile = z.infer<typeof publishedFileSchema>;
export type PublishedMetric = z.infer<typeof metricSchema>;
