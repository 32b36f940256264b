import { z } from 'zod';
import { listLinks } from '../../../../knowledge-links/list-links.ts';
import { beginLinkCheck, isChecking, readLinks, runLinkCheck } from '../../../links/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

/** Addresses asked for in one run. */
const MOST = 5000;

const read = endpoint({
  method: 'GET',
  path: '/knowledge/links',
  action: 'knowledge.read',
  summary: 'The addresses the knowledge names that do not answer as they should, and how far the asking is',
  response: z.object({
    running: z.boolean(),
    total: z.number().int(),
    checked: z.number().int(),
    lastAt: z.string().nullable(),
    ill: z.array(
      z.object({
        url: z.string(),
        places: z.array(z.string()),
        state: z.enum(['alive', 'dead', 'unsure', 'refused', 'waiting']),
        why: z.string(),
        checkedAt: z.string().nullable(),
      }),
    ),
  }),
  handle: async ({ executor, now }) => {
    const { ill, ...progress } = await readLinks(executor);
    const links = ill.map((link) => ({ ...link, places: [...link.places] }));
    return { ...progress, running: await isChecking(executor, now), ill: links };
  },
});

const check = endpoint({
  method: 'POST',
  path: '/knowledge/links/check',
  action: 'link.check',
  summary: 'Begin asking for every address the knowledge names; `started` is false while somebody’s run goes on',
  response: z.object({ started: z.boolean() }),
  handle: async ({ executor, services, actor, now, afterCommit }) => {
    const links = listLinks(services.release().base).slice(0, MOST);
    const holder = `staff:${actor.id}:${Buffer.from(services.random(8)).toString('hex')}`;
    const started = await beginLinkCheck(executor, links, { holder, now });
    if (!started) return { started };
    afterCommit(() => {
      const run = runLinkCheck(services.store, links, { holder, now: services.now, check: services.checkLinks });
      run.catch((error: unknown) => services.logger.warn({ error: String(error) }, 'the check of links ended early'));
    });
    return { started };
  },
});

export const LINK_ENDPOINTS: readonly Endpoint[] = [read, check];
