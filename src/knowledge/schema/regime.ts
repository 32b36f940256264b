import { z } from 'zod';
import { ROLES } from '../../roles.ts';
import { daySchema, idSchema as lawIdSchema } from './base.ts';

/** Names within a regime are snake_case: they are the words of the event log and outlive every rewording. */
const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/u, 'a name is lower-case words joined by _, like clarification_asked')
  .describe('Stable name; it is written into the event log');

const fieldNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/u, 'a field is written like receivedOn')
  .describe('Name of a field');

const worded = { title: z.string().min(1), en: z.string().min(1) };

const basisSchema = z.strictObject({
  law: lawIdSchema.describe('Id of a law in national/laws.yaml'),
  article: z.number().int().positive(),
  paragraph: z.number().int().positive().optional(),
  item: z.number().int().positive().optional(),
});

const inForce = {
  from: daySchema.optional().describe('First day this holds; left out: since the regime began'),
  to: daySchema.optional().describe('Last day this holds; left out: as long as the regime'),
};

/** Who may act on a case: the desk's roles, the one who asks, and the desk itself. */
export const ACTOR_ROLES = [...ROLES, 'requester', 'system'] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** Conditions an event may name. What each means stands in `src/requests/lifecycle/conditions.ts`. */
export const CONDITIONS = [
  'receipt_fits_channel',
  'not_yet_clarified',
  'within_clarification_notice',
  'clarification_overdue',
  'reasons_given',
  'reasons_overdue',
  'fee_overdue',
  'fee_is_due',
  'not_own_proposal',
  'not_own_draft',
  'own_unit',
  'unit_date_fits',
  'extension_not_used',
  'within_answer_period',
  'later_than_due',
  'consultation_open',
  'consultation_overdue',
  'consultations_settled',
  'outcome_complete',
  'secrecy_cleared',
  'escalation_due',
  'referred_elsewhere',
  'not_yet_readdressed',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Conditions a clock may hang on: they are judged from the log alone, without a calendar. */
const CLOCK_CONDITIONS = ['court_direct', 'reconsideration_decided'] as const;

const periodSchema = z.union([
  z.strictObject({ workdays: z.number().int().positive(), basis: basisSchema.optional(), ...inForce }),
  z.strictObject({
    days: z.number().int().positive().describe('Calendar days'),
    basis: basisSchema.optional(),
    ...inForce,
  }),
  z.strictObject({ months: z.number().int().positive(), basis: basisSchema.optional(), ...inForce }),
  z.strictObject({
    given: z.literal(true).describe('The event that starts it says how long or until when'),
    basis: basisSchema.optional(),
    ...inForce,
  }),
]);
export type Period = z.infer<typeof periodSchema>;

const clockSchema = z.strictObject({
  id: nameSchema,
  ...worded,
  many: z.boolean().default(false).describe('true when several may run at once, one for each consultation'),
  periods: z.array(periodSchema).min(1).describe('How long it runs, by the day it starts'),
});

/** How a request stands, as its requester is told. */
export const SHOWN_STATES = [
  'filed',
  'received',
  'processing',
  'clarifying',
  'reasons',
  'fee',
  'answered',
  'withdrawn',
  'abandoned',
  'elsewhere',
  'handed_in',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

const stateSchema = z.strictObject({
  id: nameSchema,
  ...worded,
  open: z.boolean().default(true).describe('false when nothing more is done about the request'),
  shown: z
    .enum([...SHOWN_STATES, 'as_before'])
    .describe('What the requester is told; as_before: the same as in the state before'),
  next: z.string().optional().describe('Event that usually comes next'),
});

const fieldSchema = z.strictObject({
  id: fieldNameSchema,
  ...worded,
  type: z.enum([
    'text',
    'day',
    'coming_day',
    'any_day',
    'count',
    'amount',
    'outcome',
    'unit',
    'choice',
    'consultation',
  ]),
  options: z
    .array(z.strictObject({ id: nameSchema, ...worded }))
    .optional()
    .describe('What may be chosen; only for type choice'),
  most: z.number().int().positive().optional().describe('Largest number allowed'),
});

const clockEffectSchema = z.strictObject({
  do: z.enum(['start', 'restart', 'pause', 'resume', 'extend', 'set', 'stop']),
  clock: nameSchema,
  on: fieldNameSchema
    .optional()
    .describe('Field that holds the day; left out: the day of the event. lastDay: the last day of the consultation'),
  for: fieldNameSchema.optional().describe('Field that holds the number of working days'),
  until: fieldNameSchema.optional().describe('Field that holds the last day'),
  during: nameSchema.optional().describe('For pause: the clock whose time does not count'),
  when: z.enum(CLOCK_CONDITIONS).optional(),
});
export type ClockEffect = z.infer<typeof clockEffectSchema>;

const documentNameSchema = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+)*$/u, 'a document is named like handling-sheet')
  .describe('Name of a document');

const eventSchema = z.strictObject({
  id: nameSchema,
  ...worded,
  from: z.union([z.literal('any'), z.literal('open'), z.array(nameSchema).min(1)]).describe('States it may happen in'),
  to: z.union([nameSchema, z.literal('same'), z.literal('back')]).describe('back: the state before this one'),
  by: z.array(z.enum(ACTOR_ROLES)).min(1).describe('Roles that may do it'),
  when: z.array(z.enum(CONDITIONS)).default([]).describe('What must hold'),
  fields: z.record(fieldNameSchema, z.enum(['required', 'optional'])).default({}),
  outcome: z.string().optional().describe('Outcome it brings about by itself'),
  numbered: nameSchema.optional().describe('Series of the year a running number is taken from'),
  marks: z
    .array(z.enum(['owner', 'proposer', 'drafter']))
    .default([])
    .describe('What the person who does it becomes'),
  clock: z.array(clockEffectSchema).default([]),
  documents: z
    .array(
      z.union([
        documentNameSchema,
        z.strictObject({ make: documentNameSchema, field: fieldNameSchema, is: nameSchema }),
      ]),
    )
    .default([])
    .describe('Documents made; with field and is: only when the field has this value'),
  composes: z
    .array(documentNameSchema)
    .default([])
    .describe('Documents made later that must be possible with what is known now: the event is refused otherwise'),
  handsOver: z
    .array(documentNameSchema)
    .default([])
    .describe('Documents, made now or before, that whom they are for gets with this event'),
  messages: z
    .array(
      z.strictObject({
        to: z.enum(['requester', 'owner', 'drafter', 'approver', 'registrar', 'unit_head', 'secrecy_reviewer']),
        say: nameSchema.describe('Key in messages/…/notice.yaml'),
      }),
    )
    .default([]),
  opens: nameSchema
    .optional()
    .describe('Event that opens a second case with the same text; each case names the other in the field linked'),
  basis: z.array(basisSchema).default([]).describe('Articles it rests on; none: the office’s own order of work'),
  inForce: z.strictObject(inForce).default({}).describe('Days on which it may be done'),
});
export type EventRule = z.infer<typeof eventSchema>;

const outcomeSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]\d$/u, 'a code is a letter and a digit, like A1'),
  ...worded,
  basis: z.array(basisSchema),
  row: z
    .string()
    .optional()
    .describe('Row of table 三 of the annual report: (三)1; left out when the table has none, or the ground decides'),
  rows: z.record(nameSchema, z.string()).optional().describe('Row by the ground for refusing, where it decides'),
  remedy: z
    .enum(['either', 'refusal', 'none'])
    .describe('either: reconsideration or court. refusal: reconsideration first where the law says so'),
  needs: z.array(fieldNameSchema).default([]).describe('Fields a draft of this outcome must have'),
});
export type OutcomeRule = z.infer<typeof outcomeSchema>;

export const regimeSchema = z.strictObject({
  id: z.string().regex(/^\d{4}$/u, 'a regime is named by its year'),
  ...worded,
  law: lawIdSchema.describe('The regulation, in national/laws.yaml'),
  from: daySchema.describe('First day of filing it applies to'),
  to: daySchema.optional().describe('Last day of filing it applies to'),
  reconsiderationFirst: z
    .strictObject({ from: daySchema, basis: basisSchema })
    .optional()
    .describe('Since when a refusal goes to reconsideration before the court'),
  clocks: z.array(clockSchema).min(1),
  states: z.array(stateSchema).min(1),
  fields: z.array(fieldSchema),
  events: z.array(eventSchema).min(1),
  outcomes: z.array(outcomeSchema).min(1),
});
export type Regime = z.infer<typeof regimeSchema>;
export type FieldRule = Regime['fields'][number];
export type StateRule = Regime['states'][number];
