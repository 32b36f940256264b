import { z } from 'zod';
import { loadCase, previewCase } from '../../../cases/index.ts';
import { openDocument, renderWords } from '../../../documents/index.ts';
import { type Locale, say } from '../../../messages.ts';
import { sayRefusal } from '../../../requests/index.ts';
import { readDocuments, recordAccess } from '../../../store/index.ts';
import { asCaseActor } from '../../as-case-actor.ts';
import { appendAudit } from '../../audit/index.ts';
import { maskRequest, readPapers, writeMasked } from '../../papers.ts';
import { readRelated } from '../../related.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { fileSchema } from '../file-answer.ts';
import { ApiRefusal } from '../refusal.ts';
import { readActingRules } from './acting-rules.ts';
import { findCase, numberParams } from './find-case.ts';

const paperSchema = z.object({
  seq: z.number().int(),
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  madeAt: z.string(),
  madeBy: z.string(),
  releasedAt: z.string().nullable(),
  text: z.string(),
});

const list = endpoint({
  method: 'GET',
  path: '/requests/:number/papers',
  action: 'request.papers',
  summary: 'Documents made for a request, as texts; what names the requester is starred',
  params: numberParams,
  find: findCase,
  response: z.object({ papers: z.array(paperSchema) }),
  handle: async ({ executor, thing, services }) => {
    return { papers: [...(await readPapers(executor, services.release().base, thing))] };
  },
});

const file = endpoint({
  method: 'POST',
  path: '/requests/:number/papers/:seq/file',
  action: 'request.paper_file',
  summary: 'One document as PDF, in full; who had it and why is recorded before it is set',
  params: numberParams.extend({ seq: z.coerce.number().int().positive() }),
  find: findCase,
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  response: fileSchema,
  ownTransactions: true,
  handle: async ({ executor, thing, params, actor, body, now, services }) => {
    const stored = (await readDocuments(executor, thing)).find(({ seq }) => seq === params.seq);
    if (!stored) throw new ApiRefusal('not_found');
    const [at, who] = [now.toISOString(), `staff:${actor.id}`];
    await services.store.transaction(async (transaction) => {
      const what = `request ${thing} document ${stored.seq}`;
      await recordAccess(transaction, { at, who, what, reason: body.reason.toWellFormed() });
      const entry = { at, event: 'sensitive_read', actor: who, subject: `request:${thing}` } as const;
      await appendAudit(transaction, { ...entry, detail: { document: stored.seq } });
    });
    const model = openDocument(stored);
    const words = renderWords(services.messages);
    const content = await services.render({ model, words, at: stored.madeAt, author: services.authorityName() });
    return { name: `${[model.title, model.number].filter(Boolean).join(' ')}.pdf`, type: 'application/pdf', content };
  },
});

const preview = endpoint({
  method: 'POST',
  path: '/requests/:number/preview',
  action: 'request.preview',
  summary: 'The documents an action would make as it is filled in, starred; nothing is written or numbered',
  params: numberParams,
  find: findCase,
  body: z.object({
    event: z.string().max(60),
    fields: z.record(z.string().max(60), z.union([z.string().max(5000), z.number()])).default({}),
  }),
  response: z.object({
    documents: z.array(z.object({ title: z.string(), text: z.string() })),
    /** What still stands in the way, in the reader's words; null when nothing does. */
    why: z.object({ 'zh-CN': z.string(), en: z.string() }).nullable(),
  }),
  handle: async ({ executor, thing, actor, body, now, services }) => {
    const rules = readActingRules(services);
    const loaded = await loadCase(executor, rules.regimes, thing);
    if (!loaded) throw new ApiRefusal('not_found');
    const context = { ...rules, executor, now };
    const command = { ...body, actor: await asCaseActor(executor, actor) };
    const previewed = await previewCase(context, loaded, command, maskRequest(loaded.request));
    if ('refusal' in previewed) {
      const write = (locale: Locale) =>
        sayRefusal(
          loaded.regime,
          previewed.refusal,
          (key, values) => say(services.messages, locale, key, values),
          locale,
        );
      return { documents: [], why: { 'zh-CN': write('zh-CN'), en: write('en') } };
    }
    const documents = previewed.documents.map((model) => {
      return { title: model.title, text: writeMasked(model, loaded.request, services.release().base) };
    });
    return { documents, why: null };
  },
});

const related = endpoint({
  method: 'GET',
  path: '/requests/:number/related',
  action: 'request.related',
  summary: 'Earlier requests like this one, what is published already, and who might have what is asked for',
  params: numberParams,
  find: findCase,
  response: z.object({
    earlier: z.array(
      z.object({
        number: z.string(),
        state: z.string(),
        filedOn: z.string(),
        outcome: z.string().nullable(),
        about: z.string(),
        alike: z.number(),
      }),
    ),
    published: z.array(z.object({ id: z.string(), title: z.string() })),
    authority: z
      .object({
        name: z.string(),
        why: z.string(),
        phone: z.string().nullable(),
        address: z.string().nullable(),
      })
      .nullable(),
  }),
  handle: ({ executor, thing, services }) => readRelated(executor, services.release(), thing),
});

export const PAPER_ENDPOINTS: readonly Endpoint[] = [list, file, preview, related];
