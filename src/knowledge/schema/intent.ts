import { z } from 'zod';
import { idSchema, phrasingsSchema } from './base.ts';

/** What a message may want besides an answer, a figure or a matter. */
export const intentSchema = z.strictObject({
  id: idSchema,
  does: z
    .enum(['request', 'track', 'withdraw', 'supplement', 'person', 'help', 'smalltalk', 'outside', 'distress', 'abuse'])
    .describe('The skill it leads to. outside: known not to be ours'),
  phrasings: phrasingsSchema(3),
  terms: z
    .array(z.string())
    .default([])
    .describe('Words that decide it: as the whole message; for distress and abuse wherever they stand'),
  patterns: z
    .array(z.string())
    .default([])
    .describe(
      'Ways of saying it that decide like terms do: … is a gap of a few words, [找 换] one of several, [给]? may be missing',
    ),
  unless: z
    .array(z.string())
    .default([])
    .describe('Patterns that take the decision back wherever they stand: 跳楼价, 多久'),
  reply: z.string().optional().describe('What to say for smalltalk, outside, distress and abuse'),
  en: z.string().optional().describe('The reply in English'),
});
export type Intent = z.infer<typeof intentSchema>;

/** Words that mean the same here; the first is the one the rest are folded into. */
export const synonymsSchema = z.array(z.array(z.string()).min(2));

/** Words that tell what a message is after, whatever its subject. */
export const wishSchema = z.strictObject({
  wish: z
    .enum(['document', 'papers', 'inspect', 'complaint', 'misconduct', 'procedure', 'paperwork', 'contact', 'defend'])
    .describe(
      "document: wants information shown. papers: names papers, which tells nothing alone. inspect: wants to have or see something. complaint: wants something put right. misconduct: accuses officials. procedure: speaks of the procedure itself. paperwork: of forms and papers, as any procedure does. contact: asks how to reach an authority. defend: others ask for what is the speaker's own",
    ),
  terms: z.array(z.string().min(1)).default([]),
  patterns: z
    .array(z.string())
    .default([])
    .describe('Ways of saying it, wherever they stand: … is a gap of a few words, [找 换] one of several'),
});
export type Wish = z.infer<typeof wishSchema>;

export const intentsFileSchema = z.strictObject({
  intents: z.array(intentSchema),
  wishes: z.array(wishSchema).default([]),
});
export const synonymsFileSchema = z.strictObject({ synonyms: synonymsSchema });
