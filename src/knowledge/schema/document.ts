import { z } from 'zod';
import { daySchema } from './base.ts';

/** Kinds of documents a request gives rise to, in the order they usually come. */
export const DOCUMENT_NAMES = [
  'application',
  'receipt',
  'clarification',
  'handling-sheet',
  'assignment-sheet',
  'third-party-inquiry',
  'authority-inquiry',
  'consultation-notice',
  'extension',
  'reasons-request',
  'delay',
  'fee-notice',
  'decision',
  'third-party-decision',
] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/**
 * Ways a request ends: A1 to A7 are the seven answers of 711号令 art. 36 in its order; B1 art. 37, B2 art. 38,
 * B3 and B4 art. 39, B5 art. 35, B6 art. 30, B7 a copy asked for again (a row of the annual table), B8 art. 41.
 */
export const OUTCOMES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'B7',
  'B8',
] as const;
export type OutcomeCode = (typeof OUTCOMES)[number];

const factSchema = z
  .string()
  .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*(?:=[a-z_0-9A-Z]+)?$/u, 'a fact is written group.name, or group.name=value')
  .describe('A fact, or a fact with the value it must have: decision.correction=forwarded');

const conditions = {
  when: factSchema.optional().describe('Only where this fact is known, or has this value'),
  unless: factSchema.optional().describe('Only where this fact is not known, or has another value'),
};

const textSchema = z.string().min(1).describe('Text with {group.name} for facts and {law id 36(5)} for articles');

const rowSchema = z.union([
  z.strictObject({
    label: z.string().min(1),
    value: textSchema,
    otherwise: z
      .string()
      .optional()
      .describe('Printed where a fact of the value is not known; without it the document is refused'),
    ...conditions,
  }),
  z.strictObject({
    label: z.string().min(1),
    pick: factSchema.describe(
      'A fact with a fixed list of values: all of them are printed with boxes, the right one ticked',
    ),
    ...conditions,
  }),
  z.strictObject({
    label: z.string().min(1),
    write: z.number().int().min(1).max(12).describe('Lines left free for handwriting'),
    ...conditions,
  }),
]);
export type DocumentRow = z.infer<typeof rowSchema>;

const partSchema = z.union([
  textSchema,
  z.strictObject({ text: textSchema, ...conditions }),
  z.strictObject({ heading: textSchema, ...conditions }),
  z.strictObject({ fields: z.array(rowSchema).min(1), ...conditions }),
  z.strictObject({
    boxes: z.array(textSchema).min(1).describe('Lines with an empty box, for the reader to tick'),
    ...conditions,
  }),
  z.strictObject({
    each: z.string().describe('A fact that is a list: fee.steps'),
    columns: z.array(z.strictObject({ label: z.string(), value: textSchema })).min(1),
    ...conditions,
  }),
]);
export type DocumentPart = z.infer<typeof partSchema>;

const versionSchema = z.strictObject({
  rule: z.enum(['2019', '2007']).describe('The regulation the request follows, by the day it was filed'),
  outcome: z.enum(OUTCOMES).optional().describe('Only for decisions: the way the request ends'),
  subtitle: z.string().optional().describe('Printed small under the title'),
  remedy: z
    .enum(['none', 'either', 'refusal'])
    .describe('Which remedy paragraph of the letterhead follows. none: cannot be contested by itself'),
  body: z.array(partSchema).min(1),
});
export type DocumentVersion = z.infer<typeof versionSchema>;

export const documentSchema = z.strictObject({
  kind: z.enum(DOCUMENT_NAMES),
  title: z.string().min(2).describe('Printed as the heading'),
  layout: z.enum(['letter', 'sheet']).describe('letter: official letter. sheet: a form or an internal sheet'),
  series: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Words before the year in the document number: 沈信公开告 gives 沈信公开告〔2026〕12号. Without it there is none',
    ),
  to: z
    .enum(['requester', 'other', 'office'])
    .describe('Whom it is for. Only what is for the requester can ever be fetched with number and query code'),
  addressee: textSchema.optional().describe('Line before the body; the colon is added'),
  signed: z.enum(['authority', 'requester', 'none']).describe('Who signs. authority: with place for the seal'),
  opening: z.array(partSchema).default([]).describe('Before the body of every version'),
  closing: z.array(partSchema).default([]).describe('After it'),
  slip: z.array(partSchema).default([]).describe('A reply form on a page of its own after the signature'),
  versions: z.array(versionSchema).min(1),
});
export type DocumentText = z.infer<typeof documentSchema>;

const remedySchema = z.strictObject({
  from: daySchema.describe('First day of a letter this paragraph stands in'),
  to: daySchema.optional().describe('Last day; leave out while in force'),
  either: textSchema.describe('Where one may choose between reconsideration and the court'),
  refusal: textSchema.describe('Where disclosure is refused'),
});
export type RemedyText = z.infer<typeof remedySchema>;

export const letterheadSchema = z.strictObject({
  number: z.string().describe('How a document number is written, with {series}, {year} and {running}'),
  you: z.strictObject({ person: z.string(), organisation: z.string() }).describe('How {you} addresses the requester'),
  reconsideration: z.string().describe('{reconsideration}: the authority that reconsiders this one'),
  reconsiderationOld: z.string().describe('{reconsiderationOld}: the authorities to choose from before 2024-01-01'),
  court: z.string().describe('{court}: the court, when known for certain'),
  seal: z.string().describe('Printed where the seal goes'),
  remedies: z.array(remedySchema).min(1),
  words: z
    .record(factSchema, z.record(z.string(), textSchema))
    .describe('What is printed for facts with a fixed list of values'),
});
export type Letterhead = z.infer<typeof letterheadSchema>;
