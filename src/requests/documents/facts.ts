import { z } from 'zod';
import { daySchema } from '../../knowledge/schema/base.ts';
import { OUTCOMES } from '../../knowledge/schema/document.ts';

const text = () => z.string().trim().min(1);
const count = () => z.number().int().nonnegative();

/** The authority that answers, from its profile. */
const authority = z.strictObject({
  name: text(),
  office: text(),
  address: text(),
  postcode: text(),
  phone: text(),
});

const request = z.strictObject({
  number: text(),
  filedOn: daySchema,
  /** Day the clock starts (711 art. 31) and how it was fixed. */
  receivedOn: daySchema,
  receivedBy: z.enum(['in_person', 'signed_mail', 'plain_mail', 'internet', 'fax', 'telephone']),
  dueOn: daySchema,
  /** What is asked for, in the requester's words. */
  description: text(),
  provision: z.enum(['paper', 'electronic', 'inspection']),
  delivery: z.enum(['mail', 'email', 'pickup']),
  /** Query code; known only in the moment of filing. */
  secret: text(),
});

const requester = z.strictObject({
  applicant: z.enum(['person', 'organisation']),
  name: text(),
  documentKind: z.enum(['resident_id', 'passport', 'hkmo_permit', 'taiwan_permit', 'uscc', 'other']),
  documentNumber: text(),
  contactName: text(),
  phone: text(),
  email: text(),
  address: text(),
  postcode: text(),
});

/** The document itself. */
const letter = z.strictObject({ number: text(), on: daySchema });

/** 补正 (711 art. 30). */
const clarification = z.strictObject({
  unclear: text(),
  supply: text(),
  until: daySchema,
  number: text(),
  on: daySchema,
});

/** 延期 (711 art. 33(2)): `approver` is the head of the disclosure office. */
const extension = z.strictObject({ dueOn: daySchema, reason: text(), approver: text() });

/** 征求意见 (711 art. 32, 34). `party` is who is asked; `information` what is to be disclosed, without the requester. */
const consultation = z.strictObject({
  of: z.enum(['third_party', 'authority']),
  party: text(),
  information: text(),
  reason: text(),
  sentOn: daySchema,
  number: text(),
  on: daySchema,
});

/** 说明理由 and the delayed date that may follow (711 art. 35). */
const excess = z.strictObject({
  facts: text(),
  until: daySchema,
  number: text(),
  on: daySchema,
  dueOn: daySchema,
  reason: text(),
});

/** 信息处理费 (711 art. 42; 国办函〔2020〕109号). Amounts in yuan. */
const fee = z.strictObject({
  standard: z.enum(['item', 'volume']),
  count: count(),
  amount: count(),
  payBy: daySchema,
  payTo: text(),
  steps: z.array(z.strictObject({ range: text(), count: count(), price: count(), amount: count() })).min(1),
});

const handling = z.strictObject({
  channel: z.enum(['web', 'chat', 'in_person', 'mail', 'fax', 'oral']),
  jurisdiction: z.enum(['own', 'city', 'outside']),
  form: z.enum(['complete', 'incomplete']),
  proposal: text(),
  clerk: text(),
  on: daySchema,
});

const assignment = z.strictObject({
  unit: text(),
  matter: text(),
  supply: text(),
  returnBy: daySchema,
  clerk: text(),
  on: daySchema,
});

/** What was decided. Which of these are needed depends on the outcome. */
const decision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  /** Where and how the information can be had: an address of a page, a reading room, a publication. */
  where: text(),
  /** What is handed over, by name. */
  provided: text(),
  /** Day from which it can be had, where not at once. */
  availableOn: daySchema,
  /** 711 art. 14, 15, 16. */
  ground: z.enum(['secret', 'forbidden', 'security', 'third_party', 'internal', 'process', 'enforcement']),
  reason: text(),
  /** The part withheld, by name. */
  withheld: text(),
  /** Where it was looked for and with which words. */
  searched: text(),
  /** The authority that holds it, with contact. `contactSource` says where and when the contact was read. */
  authority: text(),
  contact: text(),
  contactSource: text(),
  /** The answer given before, for repeats and copies asked for again. */
  earlierNumber: text(),
  earlierOn: daySchema,
  /** The rules that govern getting it, for registers with rules of their own. */
  rules: text(),
  /** Channel for a petition, a complaint or a report. */
  channel: text(),
  /** What was found of the record said to be wrong, and what was done. */
  correction: z.enum(['corrected', 'forwarded', 'directed', 'declined']),
  record: text(),
});

/**
 * All that documents are made from. Every group and every field may be absent: a document says what it needs, and is
 * refused by the name of what is missing. Days are civil days in China, amounts whole yuan. A case view maps onto this
 * field by field; nothing here is computed while composing.
 */
export const documentFactsSchema = z.strictObject({
  /** The regulation the request follows, by the day it was filed. */
  rule: z.enum(['2019', '2007']),
  authority: authority.partial().optional(),
  request: request.partial().optional(),
  requester: requester.partial().optional(),
  letter: letter.partial().optional(),
  clarification: clarification.partial().optional(),
  extension: extension.partial().optional(),
  consultation: consultation.partial().optional(),
  excess: excess.partial().optional(),
  fee: fee.partial().optional(),
  handling: handling.partial().optional(),
  assignment: assignment.partial().optional(),
  decision: decision.partial().optional(),
});
export type DocumentFacts = z.infer<typeof documentFactsSchema>;

/** Groups of facts with every field, for listing them. */
export const FACT_GROUPS = {
  authority,
  request,
  requester,
  letter,
  clarification,
  extension,
  consultation,
  excess,
  fee,
  handling,
  assignment,
  decision,
} as const;
