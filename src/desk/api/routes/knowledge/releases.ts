import { z } from 'zod';
import { findInForce } from '../../../../knowledge/index.ts';
import { readPublications, readReleases } from '../../../../store/index.ts';
import { openStanding } from '../../../drafts/index.ts';
import { findPrevious, LEAD_MS, publishRelease, readStoredTree, recordPublished } from '../../../releases/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';
import { at, because, readFrom } from './review.ts';
import { showTrial, trialSchema } from './trial-schema.ts';
import { judgeTrial, tryTree } from './try-tree.ts';

const hashParams = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/u) });
/** Publications shown: nobody reads further back here. */
const SHOWN = 100;

const list = endpoint({
  method: 'GET',
  path: '/knowledge/releases',
  action: 'release.list',
  summary: 'Releases, which one is served, and what was published when, by whom and why',
  response: z.object({
    served: z.string().nullable(),
    previous: z.string().nullable(),
    releases: z.array(
      z.object({ hash: z.string(), madeAt: z.string(), madeBy: z.string(), note: z.string().nullable() }),
    ),
    publications: z.array(
      z.object({
        seq: z.number().int(),
        release: z.string(),
        from: z.string(),
        publishedAt: z.string(),
        by: z.string(),
        why: z.string().nullable(),
        because: z.string().nullable(),
      }),
    ),
  }),
  handle: async ({ executor, now }) => {
    const publications = await readPublications(executor);
    const releases = await readReleases(executor);
    return {
      served: findInForce(publications, now)?.release ?? null,
      previous: (await findPrevious(executor, now)) ?? null,
      releases: releases.slice(0, SHOWN).map(({ hash, madeAt, madeBy, note }) => ({ hash, madeAt, madeBy, note })),
      publications: publications.slice(0, SHOWN).map((publication) => ({ ...publication })),
    };
  },
});

async function openBoth(services: DeskServices, hash: string, from: Date) {
  const served = await openStanding(services.store, services.knowledge, from);
  return { served, tried: { hash, tree: await readStoredTree(services.store, hash) } };
}

const trial = endpoint({
  method: 'POST',
  path: '/knowledge/releases/:hash/trial',
  action: 'release.try',
  summary: 'Ask the whole set of test questions of a stored release and of the one served',
  params: hashParams,
  response: trialSchema,
  ownTransactions: true,
  handle: async ({ params, services, now }) => {
    const { served, tried } = await openBoth(services, params.hash, now);
    return showTrial(await tryTree(services, served, tried, now));
  },
});

const publish = endpoint({
  method: 'POST',
  path: '/knowledge/releases/:hash/publish',
  action: 'release.publish',
  summary: 'Publish a stored release, now or from an instant; what is answered worse needs a reason',
  params: hashParams,
  body: z.object({ at, because, why: z.string().trim().max(500).optional() }),
  response: z.object({ release: z.string(), from: z.string() }),
  ownTransactions: true,
  handle: async ({ params, body, services, actor, now }) => {
    const from = readFrom(body.at, now);
    const { served, tried } = await openBoth(services, params.hash, from ?? new Date(now.getTime() + LEAD_MS));
    const regressions = judgeTrial(await tryTree(services, served, tried, now), body.because);
    return services.store.transaction(async (executor) => {
      const reason = regressions > 0 ? body.because : undefined;
      const options = { release: params.hash, from, by: actor.name, why: body.why, because: reason };
      const made = await publishRelease(executor, { ...options, now: services.now() });
      await recordPublished(executor, made, regressions, `staff:${actor.id}`);
      return { release: made.release, from: made.from };
    });
  },
});

const rollBack = endpoint({
  method: 'POST',
  path: '/knowledge/roll-back',
  action: 'release.roll_back',
  summary: 'Serve the release before again, with the reason; what is planned for later stays planned',
  body: z.object({ reason: z.string().trim().min(2).max(500), served: z.string() }),
  response: z.object({ release: z.string(), from: z.string() }),
  handle: async ({ executor, body, actor, now }) => {
    // Of two who roll back the second is told, instead of going back twice.
    if (findInForce(await readPublications(executor), now)?.release !== body.served) throw new ApiRefusal('changed');
    const release = await findPrevious(executor, now);
    if (release === undefined) throw new ApiRefusal('not_found');
    const made = await publishRelease(executor, { release, by: actor.name, why: body.reason.toWellFormed(), now });
    await recordPublished(executor, made, 0, `staff:${actor.id}`);
    return { release: made.release, from: made.from };
  },
});

export const RELEASE_ENDPOINTS: readonly Endpoint[] = [list, trial, publish, rollBack];
