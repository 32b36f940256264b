import { z } from 'zod';
import { daySchema, idSchema, phrasingsSchema, sourceSchema } from './base.ts';

/** A kind of authority that exists in many places: 公安局, 教育局. */
export const authorityKindSchema = z.strictObject({
  id: idSchema,
  name: z.string().describe('Generic name: 公安机关交通管理部门'),
  local: z
    .strictObject({
      province: z.string().optional().describe('Suffix of the name at province level: 公安厅'),
      city: z.string().optional().describe('Suffix at city level: 公安局'),
      county: z.string().optional().describe('Suffix at county level'),
      district: z
        .string()
        .optional()
        .describe("Suffix after the city's name in its urban districts, where the city has branches: 公安局{name}分局"),
    })
    .describe('How the name is formed with a place. A suffix with {place} or {short} is a pattern for the whole name'),
  short: z.array(z.string()).default([]).describe('Short and old names people use: 人社局, 车管所, 国土局'),
  hotline: z.string().optional().describe('National hotline, digits'),
  authority: z
    .boolean()
    .default(true)
    .describe('false for bodies outside the regulation: courts, enterprises, villages, party organs'),
  note: z.string().optional(),
});
export type AuthorityKind = z.infer<typeof authorityKindSchema>;

export const matterSchema = z.strictObject({
  id: idSchema,
  title: z.string().describe('The matter in a few words: 不动产登记'),
  en: z.string().optional().describe('The title in English'),
  terms: z.array(z.string().min(2)).min(3).describe('Words that point to this matter wherever they stand'),
  hints: z
    .array(z.string().min(2))
    .default([])
    .describe('Everyday words that speak for this matter only beside its terms'),
  phrasings: phrasingsSchema(4),
  kind: idSchema.describe('Id of the responsible kind of authority'),
  level: z.enum(['province', 'city', 'county']).describe('Level that usually makes or keeps the information'),
  also: z.array(idSchema).default([]).describe('Other kinds that often share the matter'),
  basis: z.array(sourceSchema).min(1),
  why: z.string().max(120).describe('One sentence: why this authority'),
  nature: z
    .enum(['information', 'lookup', 'petition', 'misconduct', 'court', 'enterprise', 'village'])
    .default('information')
    .describe('lookup: art. 36(7) special rules. The rest: not under the regulation, told its own channel'),
  advice: z.string().max(300).optional().describe('What to do besides: hotline, counter, website'),
  hotline: z.string().optional(),
});
export type Matter = z.infer<typeof matterSchema>;

export const knownAuthoritySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  short: z.array(z.string()).default([]),
  kind: idSchema.optional(),
  place: z
    .string()
    .regex(/^\d{2,6}$/u)
    .describe('Division code'),
  phone: z.string().optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  fax: z.string().optional(),
  email: z.string().optional(),
  site: z.string().optional(),
  source: z.strictObject({ title: z.string(), url: z.url().optional() }),
  asOf: daySchema.optional().describe('Day the source speaks of; leave out when undated'),
  note: z.string().optional(),
});
export type KnownAuthority = z.infer<typeof knownAuthoritySchema>;

export const kindsFileSchema = z.strictObject({ kinds: z.array(authorityKindSchema) });
export const mattersFileSchema = z.strictObject({ matters: z.array(matterSchema) });
export const authoritiesFileSchema = z.strictObject({ authorities: z.array(knownAuthoritySchema) });

/** A province, city or county. `parent` is the code of the division above; provinces have none. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}
