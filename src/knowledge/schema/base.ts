import { z } from 'zod';

/** Ids are kebab-case ASCII: they appear in links, logs and `ask --json`, and outlive every rewording. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'an id is lower-case letters, digits and hyphens, like answer-deadline')
  .describe('Stable id in kebab-case, unique within its kind');

/** A civil day, quoted or bare in YAML (the loader keeps bare days as text). */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'a date is written YYYY-MM-DD')
  .describe('Civil day, YYYY-MM-DD');

/** Where a statement comes from. Exactly one of `law`, `report`, `title` names the work. */
export const sourceSchema = z.union([
  z
    .strictObject({
      law: idSchema.describe('Id of a law in national/laws.yaml'),
      article: z.number().int().positive().describe('Article number: 36 for 第三十六条'),
      item: z.number().int().positive().optional().describe('Item within the article: 5 for 第(五)项'),
      paragraph: z.number().int().positive().optional().describe('Paragraph within the article: 2 for 第二款'),
    })
    .describe('An article of a law'),
  z
    .strictObject({
      report: z.number().int().describe('Year of the annual report'),
      section: z.string().describe('Section heading number as printed: 八'),
    })
    .describe('A section of an annual report of this authority'),
  z
    .strictObject({
      title: z.string().min(2),
      url: z.url().optional(),
      asOf: daySchema.optional().describe('Day the page was read or published'),
    })
    .describe('Any other document'),
]);
export type Source = z.infer<typeof sourceSchema>;

/** How people really say it. Compared after normalisation, so spelling variants in script or width need no line. */
export const phrasingsSchema = (least: number) =>
  z
    .array(z.string().min(2).max(80))
    .min(least)
    .describe(`At least ${least} ways citizens put this, in their own words`);
