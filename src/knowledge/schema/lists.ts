import { z } from 'zod';
import { daySchema, idSchema, phrasingsSchema, sourceSchema } from './base.ts';

const CHANNELS = ['website', 'wechat', 'weibo', 'app', 'newspaper', 'broadcast', 'board', 'other'] as const;

const columnSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(2).describe('Name of the column as the website shows it'),
  en: z.string().optional(),
  url: z.url().optional(),
});

const itemSchema = z
  .strictObject({
    id: idSchema,
    title: z.string().min(2),
    type: z.string().min(2).describe('Kind of information, as 财政预决算'),
    columns: z.array(idSchema).default([]).describe('Ids of the columns it stands in'),
    channels: z.array(z.enum(CHANNELS)).min(1).describe('Where it is published; over several it still counts once'),
    maker: z.string().min(2).describe('Who makes the information'),
    publisher: z.string().min(2).describe('Who publishes it'),
    due: daySchema.optional().describe('Day by which it must be published'),
    published: daySchema.optional().describe('Day it was published; left out while it is not'),
    url: z.url().optional(),
    sources: z.array(sourceSchema).default([]),
  })
  .describe('A line of 信息公开清单');
export type DisclosureItem = z.infer<typeof itemSchema>;

const count = z.number().int().min(0);
const proposalsSchema = z
  .strictObject({
    year: z.number().int(),
    kind: z
      .enum(['delegates', 'members', 'review'])
      .describe('delegates 人大代表建议, members 政协提案, review 回头看'),
    role: z.enum(['lead', 'joint']).optional().describe('lead 主办, joint 协办'),
    received: count.min(1),
    handled: count.describe('办理'),
    replied: count.describe('办复'),
    content: count.optional().describe('Whose movers were content'),
    solved: count.optional(),
    published: count.default(0).describe('Whose reply was published'),
    sources: z.array(sourceSchema).min(1),
  })
  .describe('建议提案 of a year, by kind and role');
export type Proposals = z.infer<typeof proposalsSchema>;

const policySchema = z
  .strictObject({
    id: idSchema,
    title: z.string().min(2),
    number: z.string().optional().describe('Number of the document'),
    published: daySchema,
    url: z.url(),
    interpretations: z
      .array(z.strictObject({ title: z.string().min(2), url: z.url(), published: daySchema }))
      .default([]),
  })
  .describe('A policy document with what explains it');

export const LIST_NAMES = ['items', 'columns', 'proposals', 'policies'] as const;

const listAnswerSchema = z
  .strictObject({
    list: z.enum(LIST_NAMES),
    id: idSchema,
    title: z.string().max(40),
    phrasings: phrasingsSchema(6),
    from: daySchema.describe('First day the answer may be given'),
    sources: z.array(sourceSchema).min(1),
    tests: z.array(z.string()).default([]),
    en: z.strictObject({ title: z.string(), phrasings: z.array(z.string()).default([]) }),
    review: daySchema,
  })
  .describe('What citizens ask a list for; its words are made from the list');
export type ListAnswer = z.infer<typeof listAnswerSchema>;

export const listsFileSchema = z.strictObject({
  columns: z.array(columnSchema).default([]),
  items: z.array(itemSchema).default([]),
  proposals: z.array(proposalsSchema).default([]),
  policies: z.array(policySchema).default([]),
  answers: z.array(listAnswerSchema).default([]),
});
export type ListsFile = z.infer<typeof listsFileSchema>;
