import { z } from 'zod';
import { daySchema, idSchema, sourceSchema } from './base.ts';

/** One contact fact with where it was read and when: contacts age, so the bot says how old they are. */
const contactFactSchema = z.strictObject({
  value: z.string(),
  source: sourceSchema,
  asOf: daySchema,
});
export type ContactFact = z.infer<typeof contactFactSchema>;

export const authorityProfileSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  short: z.array(z.string()).describe('Names people use for it'),
  place: z
    .string()
    .regex(/^\d{2,6}$/u)
    .describe('Division code of its area'),
  office: contactFactSchema.describe('The office that takes requests'),
  address: contactFactSchema,
  postcode: contactFactSchema,
  phone: contactFactSchema,
  email: contactFactSchema.optional(),
  site: contactFactSchema.optional(),
});
export type AuthorityProfile = z.infer<typeof authorityProfileSchema>;
