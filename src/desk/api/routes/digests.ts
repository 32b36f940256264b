import { z } from 'zod';
import type { Executor } from '../../../store/index.ts';
import { appendAudit } from '../../audit/index.ts';
import {
  findDigest,
  type IssuedDigest,
  keyOf,
  type LayOptions,
  layDigest,
  nameDigest,
  readDigestName,
  readDigests,
  readExamples,
  writeMail,
} from '../../digests/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { fileSchema } from '../file-answer.ts';
import { ApiRefusal } from '../refusal.ts';

/** Digests in the list: more than a year of them. */
const MOST = 500;

const params = z.object({ name: z.string().max(40) });
const localeSchema = z.enum(['zh-CN', 'en']).default('zh-CN');
const headSchema = z.object({
  name: z.string(),
  kind: z.enum(['daily', 'important', 'due']),
  year: z.number().int(),
  number: z.number().int(),
  day: z.string(),
  madeAt: z.string(),
  title: z.string(),
  summary: z.string(),
});

function describe(issued: IssuedDigest, options: Omit<LayOptions, 'number'>) {
  const { number, madeAt, digest } = issued;
  const { parts, ...head } = layDigest(digest, { ...options, number });
  const key = keyOf(issued);
  return { parts, head: { ...key, name: nameDigest(key), day: digest.day, madeAt, ...head } };
}

/** @throws ApiRefusal not_found */
async function findNamed(executor: Executor, { name }: z.output<typeof params>): Promise<IssuedDigest> {
  const key = readDigestName(name);
  const found = key && (await findDigest(executor, key));
  if (!found) throw new ApiRefusal('not_found');
  return found;
}

const list = endpoint({
  method: 'GET',
  path: '/digests',
  action: 'figures.read',
  summary: 'The digests made so far – of days, of what was important, of entries that are due –, newest first',
  query: z.object({ locale: localeSchema }),
  response: z.object({ digests: z.array(headSchema) }),
  handle: async ({ executor, query, services: { messages } }) => ({
    digests: (await readDigests(executor, { most: MOST })).map((each) => describe(each, { ...query, messages }).head),
  }),
});

const read = endpoint({
  method: 'GET',
  path: '/digests/:name',
  action: 'figures.read',
  summary: 'One digest, with masked examples of what was not answered as long as those are kept',
  params,
  query: z.object({ locale: localeSchema }),
  response: headSchema.extend({ parts: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })) }),
  handle: async ({ executor, query, params: named, services: { messages } }) => {
    const issued = await findNamed(executor, named);
    const examples = await readExamples(executor, issued.digest);
    const { head, parts } = describe(issued, { ...query, messages, examples });
    return { ...head, parts: parts.map(({ heading, lines }) => ({ heading, lines: [...lines] })) };
  },
});

const mail = endpoint({
  method: 'POST',
  path: '/digests/:name/mail',
  action: 'figures.export',
  summary: 'One digest as an e-mail file with a text and an HTML part; the export is recorded',
  params,
  body: z.object({ locale: localeSchema }),
  response: fileSchema,
  handle: async ({ executor, body: { locale }, params: { name }, services, actor, now }) => {
    const { messages, release } = services;
    const { digest, number, madeAt } = await findNamed(executor, { name });
    const laid = layDigest(digest, { messages, locale, number, examples: await readExamples(executor, digest) });
    const head = release().base.digest?.mail ?? { to: [] };
    const entry = { at: now.toISOString(), event: 'figures_export', actor: `staff:${actor.id}`, subject: '' } as const;
    await appendAudit(executor, { ...entry, detail: { digest: name, format: 'eml' } });
    const content = await writeMail(laid, { head, locale, date: new Date(madeAt), id: name });
    return { name: `${name}.eml`, type: 'message/rfc822', content };
  },
});

export const DIGEST_ENDPOINTS: readonly Endpoint[] = [list, read, mail];
