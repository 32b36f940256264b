import { z } from 'zod';

/** Identity documents an applicant may show (711 art. 29(1)). `uscc` is 统一社会信用代码. */
export const DOCUMENT_KINDS = ['resident_id', 'passport', 'hkmo_permit', 'taiwan_permit', 'uscc', 'other'] as const;
/** Form the information is wanted in (711 art. 29(3), 40). */
const PROVISION_FORMS = ['paper', 'electronic', 'inspection'] as const;
/** How it should reach the applicant. */
const DELIVERY_WAYS = ['mail', 'email', 'pickup'] as const;

/**
 * What a requester has told so far. Every field is optional until the form is complete.
 * Fields listed in `PERSONAL_FIELDS` are personal data: sealed at rest, masked wherever they are shown.
 */
export const draftSchema = z.strictObject({
  /** Made from the message that opened the form, so that filing twice is recognised. */
  id: z.string(),
  /** The notice on personal data that was agreed to, as it was shown, and when (ISO 8601). Absent before. */
  notice: z.strictObject({ version: z.string(), text: z.string(), at: z.string() }).optional(),
  applicant: z.enum(['person', 'organisation']).optional(),
  name: z.string().optional(),
  documentKind: z.enum(DOCUMENT_KINDS).optional(),
  documentNumber: z.string().optional(),
  /** Person to talk to, for an organisation. */
  contactName: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
  /** Name, document number or other features of the information wanted (711 art. 29(2)). */
  description: z.string().optional(),
  provision: z.enum(PROVISION_FORMS).optional(),
  delivery: z.enum(DELIVERY_WAYS).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const PERSONAL_FIELDS = ['name', 'documentNumber', 'contactName', 'phone', 'email', 'address'] as const;
