import { z } from 'zod';
import { addDays, type Day, dayOf, parseDay } from '../../../../day.ts';
import { listEntries, TEXTS } from '../../../../knowledge/edit/index.ts';
import { openUnanswered, settleUnanswered } from '../../../../store/index.ts';
import { appendAudit } from '../../../audit/index.ts';
import { addPhrasings, beginEntry, insertDraft, listMisses, openStanding, readCurrent } from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ApiRefusal } from '../../refusal.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'YYYY-MM-DD');
const fingerprints = z
  .array(z.string().regex(/^[\w+/=-]{8,128}$/u))
  .min(1)
  .max(200);

const list = endpoint({
  method: 'GET',
  path: '/knowledge/unanswered',
  action: 'unanswered.list',
  summary: 'Questions that came to nothing or were answered and rated poorly, alike ones together, most asked first',
  query: z.object({ from: day.optional(), to: day.optional(), settled: z.stringbool().default(false) }),
  response: z.object({
    asked: z.number().int(),
    more: z.boolean(),
    clusters: z.array(
      z.object({
        example: z.string(),
        times: z.number().int(),
        poor: z.number().int(),
        channels: z.array(z.string()),
        lastAt: z.string(),
        nearest: z.string().nullable(),
        draft: z.number().int().nullable(),
        settled: z.enum(['dismissed', 'drafted']).nullable(),
        fingerprints: z.array(z.string()),
        questions: z.array(z.string()),
      }),
    ),
  }),
  handle: async ({ executor, query, now }) => {
    const to = (query.to as Day | undefined) ?? dayOf(now);
    const from = (query.from as Day | undefined) ?? addDays(to, -29);
    return listMisses(executor, { from, to, settled: query.settled });
  },
});

const dismiss = endpoint({
  method: 'POST',
  path: '/knowledge/unanswered/dismiss',
  action: 'unanswered.settle',
  summary: 'Say why nothing is to be written about these questions',
  body: z.object({ fingerprints, reason: z.string().trim().min(2).max(500) }),
  response: z.object({ settled: z.number().int() }),
  handle: async ({ executor, body, actor, now }) => {
    const settling = { settled: 'dismissed', by: actor.id, now, reason: body.reason.toWellFormed() } as const;
    return { settled: await settleUnanswered(executor, body.fingerprints, settling) };
  },
});

const draft = endpoint({
  method: 'POST',
  path: '/knowledge/unanswered/draft',
  action: 'unanswered.settle',
  summary: 'Begin a draft with these questions: of a new entry, or of one there is, with them as ways it is asked for',
  body: z.object({
    fingerprints,
    /** File of the knowledge the entry stands in, or is to stand in. */
    path: z.string().max(200),
    /** Id of the entry; left out for a new one. */
    entry: z.string().max(80).optional(),
  }),
  response: z.object({ draft: z.number().int() }),
  handle: async ({ executor, body, actor, now, services }) => {
    const questions = await openUnanswered(executor, body.fingerprints);
    const { tree } = await openStanding(executor, services.knowledge, now);
    const entries = listEntries(tree, services.messages).filter(
      ({ path, list }) => path === body.path && list !== null && list !== TEXTS,
    );
    const known = body.entry === undefined ? undefined : entries.find(({ id }) => id === body.entry);
    const listed = known ?? entries[0];
    if (questions.length === 0 || !listed || (body.entry !== undefined && !known)) throw new ApiRefusal('changed');
    const place = { path: body.path, list: listed.list, entry: known?.id ?? null };
    const base = readCurrent(tree, place);
    const text = known
      ? addPhrasings(base, known.phrasings, questions)
      : beginEntry(questions, `new-${dayOf(now)}-${body.fingerprints.length}`, dayOf(now));
    const title = known?.title ?? [...(questions[0] ?? '')].slice(0, 40).join('');
    const made = await insertDraft(executor, { ...place, title, base, text }, { by: actor.id, now });
    await settleUnanswered(executor, body.fingerprints, { settled: 'drafted', by: actor.id, now, draft: made.id });
    const entry = { at: now.toISOString(), event: 'knowledge_drafted', actor: `staff:${actor.id}` } as const;
    await appendAudit(executor, { ...entry, subject: `draft:${made.id}`, detail: { questions: questions.length } });
    return { draft: made.id };
  },
});

export const UNANSWERED_ENDPOINTS: readonly Endpoint[] = [list, dismiss, draft];
