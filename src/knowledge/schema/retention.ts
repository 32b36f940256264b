import { z } from 'zod';
import { daySchema, sourceSchema } from './base.ts';

/**
 * Every class of data the desk keeps. `spool`: messages taken while the database was away and never applied.
 * `requests`: what a filed request says of its requester; `documents`: letters made for it; `attachments`: files sent in
 * with it; `holds`: those released.
 */
export const RETAINED = [
  'drafts',
  'conversations',
  'visits',
  'unanswered',
  'handOvers',
  'inbox',
  'attempts',
  'requests',
  'documents',
  'attachments',
  'ratings',
  'followUps',
  'holds',
  'accessLog',
  'spool',
  'audit',
] as const;
export type RetainedClass = (typeof RETAINED)[number];

/** What may be done with a class. A class whose rows are what figures are counted from is made anonymous, not erased. */
export const ACTIONS: Readonly<Record<RetainedClass, readonly RetentionAction[]>> = {
  drafts: ['erase'],
  conversations: ['erase', 'keep'],
  visits: ['erase', 'keep'],
  unanswered: ['erase', 'keep'],
  handOvers: ['erase'],
  inbox: ['erase'],
  attempts: ['erase'],
  requests: ['anonymise', 'keep'],
  documents: ['erase', 'keep'],
  attachments: ['erase', 'keep'],
  // Levels are counted on; what goes is what tells one voice from another.
  ratings: ['anonymise', 'keep'],
  followUps: ['erase', 'keep'],
  holds: ['erase', 'keep'],
  accessLog: ['erase', 'keep'],
  spool: ['erase'],
  // Each row's hash covers the row before: what is taken out breaks the proof.
  audit: ['keep'],
};
type RetentionAction = 'erase' | 'anonymise' | 'keep';

/** From which event the time is counted. */
const EVENTS = {
  drafts: 'last message',
  conversations: 'last message',
  visits: 'left the queue',
  unanswered: 'last asked',
  handOvers: 'made or used',
  inbox: 'received',
  attempts: 'tried',
  requests: 'closed',
  documents: 'case closed',
  attachments: 'case closed',
  ratings: 'rated',
  followUps: 'follow-up closed',
  holds: 'released',
  accessLog: 'recorded',
  spool: 'last written',
  audit: 'recorded',
} as const satisfies Record<RetainedClass, string>;
export const RETENTION_EVENTS: Readonly<Record<RetainedClass, string>> = EVENTS;

const ruleSchema = z.strictObject({
  data: z.enum(RETAINED).describe('The class of data'),
  keep: z
    .string()
    .regex(/^[1-9]\d{0,3} (?:days|months|years)$/u, 'a time is written like 30 days, 6 months or 10 years')
    .optional()
    .describe('How long: 30 days, 6 months, 10 years. Left out where nothing is erased'),
  since: z
    .enum([...new Set(Object.values(EVENTS))] as [string, ...string[]])
    .describe('The event from which the time is counted'),
  action: z.enum(['erase', 'anonymise', 'keep']).describe('What is done when the time is over'),
  basis: z.array(sourceSchema).min(1).describe('Why it may be kept this long and must go then'),
  reason: z.string().min(4).describe('In plain words, for whoever asks'),
  from: daySchema.describe('First day this rule holds'),
  to: daySchema.optional().describe('Last day; leave out while it holds'),
});
export type RetentionRule = z.infer<typeof ruleSchema>;

export const retentionFileSchema = z.strictObject({ retention: z.array(ruleSchema) });
