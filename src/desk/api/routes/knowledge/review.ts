import { z } from 'zod';
import { appendAudit } from '../../../audit/index.ts';
import {
  addDraftComment,
  applyDraft,
  changeDraft,
  type Draft,
  findDraft,
  openStanding,
} from '../../../drafts/index.ts';
import { LEAD_MS } from '../../../releases/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';
import { idParams } from '../find-conversation.ts';
import { findOwnDraft } from './find-draft.ts';
import { showTrial, trialSchema } from './trial-schema.ts';
import { judgeTrial, publishTried, tryTree } from './try-tree.ts';

export const because = z.string().trim().min(4).max(500).optional();
/** An instant to come, ISO 8601. */
export const at = z.iso.datetime({ offset: true }).optional();

/** @throws ApiRefusal bad_input for an instant that has passed */
export function readFrom(given: string | undefined, now: Date): Date | undefined {
  const from = given === undefined ? undefined : new Date(given);
  if (from && from < now) throw new ApiRefusal('bad_input');
  return from;
}

const review = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/review',
  action: 'draft.review',
  summary: 'Say of somebody else’s draft that it may be published, or what is still to be changed',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    approve: z.boolean(),
    comment: z.string().trim().max(2000).default(''),
  }),
  response: z.object({ state: z.enum(['open', 'approved']) }),
  find: findOwnDraft,
  handle: async ({ executor, thing, body, actor, now }) => {
    if (!body.approve && body.comment === '') throw new ApiRefusal('bad_input');
    const state: 'approved' | 'open' = body.approve ? 'approved' : 'open';
    const set = { state, reviewed_by: body.approve ? actor.id : null };
    if (!(await changeDraft(executor, { id: thing.id, version: body.version }, set, now)))
      throw new ApiRefusal('changed');
    if (body.comment !== '') {
      await addDraftComment(executor, thing.id, body.comment.toWellFormed(), { by: actor.id, now });
    }
    const entry = { at: now.toISOString(), event: 'knowledge_reviewed', actor: `staff:${actor.id}` } as const;
    await appendAudit(executor, { ...entry, subject: `draft:${thing.id}`, detail: { approved: body.approve } });
    return { state };
  },
});

/** What a draft makes of what is served from an instant on. @throws ApiRefusal draft_outdated */
async function openTried(services: DeskServices, draft: Draft, from: Date) {
  const served = await openStanding(services.store, services.knowledge, from);
  const tried = applyDraft(served.tree, draft);
  if (tried === 'conflict') throw new ApiRefusal('draft_outdated');
  return { served, tried };
}

const trial = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/trial',
  action: 'draft.try',
  summary: 'Ask the whole set of test questions with this draft and without: what changes, appears, vanishes',
  params: idParams,
  response: trialSchema,
  find: findOwnDraft,
  ownTransactions: true,
  handle: async ({ thing, services, now }) => {
    const { served, tried } = await openTried(services, thing, now);
    return showTrial(await tryTree(services, served, tried, now));
  },
});

const publish = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/publish',
  action: 'draft.publish',
  summary: 'Publish an approved draft, now or from an instant; what is answered worse needs a reason',
  params: idParams,
  body: z.object({ version: z.number().int(), at, because }),
  response: z.object({ release: z.string(), from: z.string() }),
  find: findOwnDraft,
  ownTransactions: true,
  handle: async ({ thing, body, services, actor, now }) => {
    const from = readFrom(body.at, now);
    const { served, tried } = await openTried(services, thing, from ?? new Date(now.getTime() + LEAD_MS));
    const regressions = judgeTrial(await tryTree(services, served, tried, now), body.because);
    return services.store.transaction(async (executor) => {
      const still = await findDraft(executor, thing.id);
      if (still?.version !== body.version || still.state !== 'approved') throw new ApiRefusal('changed');
      const given = { served, tried, from, note: thing.title, because: body.because, regressions, actor };
      // The clock goes on while it was tried.
      const publication = await publishTried(executor, services, { ...given, now: services.now() });
      const set = { state: 'published', release: publication.release, from_at: publication.from } as const;
      if (!(await changeDraft(executor, still, set, now))) throw new ApiRefusal('changed');
      return { release: publication.release, from: publication.from };
    });
  },
});

export const REVIEW_ENDPOINTS: readonly Endpoint[] = [review, trial, publish];
