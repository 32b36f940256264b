import { z } from 'zod';
import { idSchema } from './base.ts';

/** Figures the desk counts by itself; texts name them, beside those staff enter. */
export const COUNTED_FIGURES = [
  'year',
  'until',
  'authority',
  'new',
  'new-person',
  'new-organisation',
  'new-change',
  'carried-over',
  'handled',
  'carried-on',
  'granted',
  'partial',
  'refused',
  'unable',
  'not-processed',
  'other',
  'reviews',
  'lawsuits',
  'inquiries',
  'hand-overs',
] as const;
export type CountedFigure = (typeof COUNTED_FIGURES)[number];

/** A place for a figure in a text: {carried-on}. */
export const FIGURE_PLACE = /\{([a-z][a-z0-9-]*)\}/gu;

const labelSchema = z.string().min(1).describe('What it is about, for staff');

const paragraphSchema = z.strictObject({
  id: idSchema,
  label: labelSchema,
  text: z
    .string()
    .min(1)
    .optional()
    .describe('The paragraph, with {figure} for each number: never a number typed in. Left out where staff write it'),
  write: z.string().min(1).optional().describe('What staff should write here; shown until they have'),
  before: z.array(idSchema).optional().describe("Paragraphs of last year's report shown beside it"),
});

const tableSchema = z.strictObject({ table: z.enum(['二', '三', '四']).describe('A table of the form') });

/** What the year's report of the authority says, in the six sections of 国办公开办函〔2021〕30号. */
export const annualReportSchema = z.strictObject({
  title: z.string().min(1).describe('With {authority} and {year}'),
  names: z
    .partialRecord(z.enum(['new-change', 'inquiries', 'hand-overs']), z.string().min(1))
    .default({})
    .describe('What a counted figure is called where it is not known and its place stands open'),
  change: z
    .strictObject({ more: z.string().min(1), less: z.string().min(1), same: z.string().min(1) })
    .describe('What stands for {new-change}: this year against the last, with {percent}'),
  figures: z
    .array(
      z.strictObject({
        id: idSchema,
        label: labelSchema,
        unit: z.string().min(1),
      }),
    )
    .default([])
    .describe('Figures the cases do not tell, which staff enter; named in texts like the others'),
  sections: z
    .array(
      z.strictObject({
        heading: z.string().min(1),
        parts: z.array(z.union([paragraphSchema, tableSchema])).min(1),
      }),
    )
    .length(6)
    .describe('The six sections in the order of the form'),
});
export type AnnualReportText = z.infer<typeof annualReportSchema>;
