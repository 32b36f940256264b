import { z } from 'zod';

const sourceSchema = z.object({
  title: z.string().describe('Law with its number, report, or document'),
  article: z.string().nullable().describe('第三十三条, or the section of a report'),
  url: z.string().nullable(),
});

const versionSchema = z.object({
  from: z.string().describe('First day these rules hold, YYYY-MM-DD'),
  to: z.string().nullable().describe('Last day they hold; null while in force'),
  inForce: z.boolean().describe('Whether they hold today'),
  answer: z.string().describe('The short first sentence: true on its own'),
  detail: z.string().nullable(),
  sources: z.array(sourceSchema),
});

export const entrySchema = z
  .object({
    id: z.string(),
    topic: z.string(),
    title: z.string().describe('The question as a heading'),
    versions: z.array(versionSchema).describe('Newest first'),
    english: z.object({ title: z.string(), answer: z.string(), detail: z.string().nullable() }).nullable(),
    related: z.array(z.string()).describe('Ids of entries a reader may want next'),
  })
  .meta({ id: 'Entry' });
/** One curated answer, as the public side gives it. */
export type OpenEntry = z.infer<typeof entrySchema>;

export const figureSchema = z
  .object({
    id: z.string(),
    year: z.number().int(),
    metric: z.string(),
    value: z.union([z.number(), z.string()]),
    unit: z.string().describe('件, 条, %, 元 …; – for text values'),
    approximate: z.boolean(),
    section: z.string(),
    quote: z.string().describe('The words of the report this was read from'),
    note: z.string().nullable().describe('What a reader must know so as not to be misled'),
    report: z.string().describe('Title of the report'),
    published: z.string().describe('YYYY-MM-DD'),
    url: z.string().nullable(),
  })
  .meta({ id: 'Figure' });
/** One figure of an annual report, as the public side gives it. */
export type OpenFigure = z.infer<typeof figureSchema>;

const listed = <T extends z.ZodType>(items: T) =>
  z.object({
    release: z.string().describe('Hash of the knowledge this was read from: equal hashes, equal contents'),
    total: z.number().int().describe('How many there are in all'),
    next: z.string().nullable().describe('Address of the next page'),
    items: z.array(items),
  });
export const entryListSchema = listed(entrySchema).meta({ id: 'EntryList' });
export const figureListSchema = listed(figureSchema).meta({ id: 'FigureList' });

export const aboutSchema = z
  .object({
    authority: z.string(),
    office: z.string(),
    address: z.string(),
    phone: z.string(),
    contactAsOf: z.string().describe('The day the contact was last confirmed, YYYY-MM-DD'),
    release: z.string(),
    entries: z.number().int(),
    figures: z.number().int(),
    years: z.array(z.number().int()).describe('Years whose report is on file'),
  })
  .meta({ id: 'About' });

export const refusalSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) })
  .meta({ id: 'Refusal' });

/** What may be asked of a list. `page` counts from 1. */
export const listQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export const entryQuerySchema = listQuerySchema.extend({
  q: z.string().max(400).optional().describe('A question in plain words: the entries that answer it best'),
  topic: z.string().max(60).optional(),
});
export const figureQuerySchema = listQuerySchema.extend({
  year: z.coerce.number().int().optional(),
  metric: z.string().max(60).optional().describe('Id of a metric'),
});
